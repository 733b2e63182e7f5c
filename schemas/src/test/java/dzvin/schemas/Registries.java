package dzvin.schemas;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;

/** Registries for tests: Confluent's own in-memory client behind our one class. */
final class Registries {
    private Registries() {}

    static SchemaRegistryClient empty() {
        return new MockSchemaRegistryClient();
    }

    static SchemaRegistry registering(SchemaRegistryClient client) {
        return with(client, RegistrationPolicy.REGISTER);
    }

    static SchemaRegistry with(SchemaRegistryClient client, RegistrationPolicy policy) {
        return new SchemaRegistry(client, "http://registry.example", policy);
    }
}
