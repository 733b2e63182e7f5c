package dzvin.schemas;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How to reach Kafka and the schema registry. Client settings (TLS, SASL and the rest) are Kafka's own names and are
 * passed through untouched; {@code toString()} never shows their values, for they hold secrets.
 *
 * @param bootstrapServers Kafka's bootstrap servers, {@code host:port} separated by commas
 * @param schemaRegistry the registry's base address (the {@code schema.registry.url} that everyone expects)
 * @param clientSettings Kafka client settings such as {@code security.protocol} and {@code sasl.jaas.config}, and the
 *     registry client's such as {@code basic.auth.user.info}
 */
public record KafkaConnection(String bootstrapServers, URI schemaRegistry, Map<String, String> clientSettings) {
    public KafkaConnection {
        if (bootstrapServers == null || bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("kafka.bootstrap.servers must name at least one host:port");
        }
        if (schemaRegistry == null) {
            throw new IllegalArgumentException("schema.registry.url must be the address of a schema registry");
        }
        clientSettings = Collections.unmodifiableMap(new TreeMap<>(clientSettings));
    }

    /** Settings for any Kafka client: the caller adds its own (group, acks …) to a copy. */
    public Map<String, Object> forClients() {
        var settings = new TreeMap<String, Object>(clientSettings);
        settings.put("bootstrap.servers", bootstrapServers);
        return settings;
    }

    /** Settings for Confluent serdes and clients, with {@code schema.registry.url} among them. */
    public Map<String, Object> forRegistry() {
        var settings = new TreeMap<String, Object>(clientSettings);
        settings.put("schema.registry.url", schemaRegistry.toString());
        return settings;
    }

    @Override
    public String toString() {
        return "KafkaConnection[" + bootstrapServers + ", " + schemaRegistry + ", settings " + clientSettings.keySet()
                + "]";
    }
}
