package dzvin.ingest.kafka;

import dzvin.schemas.KafkaConnection;
import java.util.HashMap;
import java.util.Map;

/**
 * How ingest's producers are set up: idempotent, acknowledged by all in-sync replicas. Durability is not for
 * configuration to weaken; patience is, so the operator's own settings win there.
 */
public final class ProducerSettings {
    private ProducerSettings() {}

    /** For files: large batches, and Kafka's own patience. */
    public static Map<String, Object> forImport(KafkaConnection connection) {
        var settings = durable(connection, "dzvin-import");
        settings.put("linger.ms", "20");
        settings.put("batch.size", Integer.toString(128 * 1024));
        return settings;
    }

    /** For people who wait for an answer: small delays, and an end of waiting that comes before theirs. */
    static Map<String, Object> forRequests(KafkaConnection connection) {
        var settings = durable(connection, "dzvin-ingest");
        settings.put("linger.ms", "5");
        settings.putIfAbsent("max.block.ms", "2000");
        settings.putIfAbsent("request.timeout.ms", "5000");
        settings.putIfAbsent("delivery.timeout.ms", "10000");
        return settings;
    }

    private static Map<String, Object> durable(KafkaConnection connection, String clientId) {
        var settings = new HashMap<>(connection.forClients());
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("compression.type", "lz4");
        settings.put("client.id", clientId);
        return settings;
    }
}
