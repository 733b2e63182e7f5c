package dzvin.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A record of {@code _schemas}, written as Confluent's server writes it: field order included, for keys are compared as bytes. */
record LogEntry(ObjectNode key, Optional<ObjectNode> value) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static LogEntry schema(StoredSchema schema) {
        var value = JSON.createObjectNode()
                .put("subject", schema.subject())
                .put("version", schema.version())
                .put("id", schema.id())
                .put("schema", schema.schema())
                .put("deleted", schema.deleted());
        return new LogEntry(schemaKey(schema), Optional.of(value));
    }

    static LogEntry schemaGone(StoredSchema schema) {
        return new LogEntry(schemaKey(schema), Optional.empty());
    }

    static LogEntry subjectDeleted(String subject, int upToVersion) {
        var key = key("DELETE_SUBJECT", subject).put("magic", 0);
        return new LogEntry(
                key, Optional.of(JSON.createObjectNode().put("subject", subject).put("version", upToVersion)));
    }

    /** Compatibility of a subject, of all of them where it is null. */
    static LogEntry config(String subject, String level) {
        var key = key("CONFIG", subject).put("magic", 0);
        return new LogEntry(key, Optional.of(JSON.createObjectNode().put("compatibilityLevel", level)));
    }

    static LogEntry configGone(String subject) {
        return new LogEntry(key("CONFIG", subject).put("magic", 0), Optional.empty());
    }

    static LogEntry mode(String subject, String mode) {
        var key = key("MODE", subject).put("magic", 0);
        return new LogEntry(key, Optional.of(JSON.createObjectNode().put("mode", mode)));
    }

    static LogEntry modeGone(String subject) {
        return new LogEntry(key("MODE", subject).put("magic", 0), Optional.empty());
    }

    static LogEntry read(byte[] key, byte[] value) {
        try {
            var readKey = (ObjectNode) JSON.readTree(key);
            return new LogEntry(readKey, Optional.ofNullable(value == null ? null : (ObjectNode) JSON.readTree(value)));
        } catch (IOException | ClassCastException e) {
            throw new IllegalStateException("the topic of schemas holds a record that is no JSON object", e);
        }
    }

    byte[] keyBytes() {
        return bytes(key);
    }

    byte[] valueBytes() {
        return value.map(LogEntry::bytes).orElse(null);
    }

    String type() {
        return key.path("keytype").asText();
    }

    /** Empty: all subjects. */
    Optional<String> subject() {
        return Optional.ofNullable(key.path("subject").textValue());
    }

    int version() {
        return key.path("version").asInt();
    }

    /** The schema that the value holds, if it is of a kind that we serve. */
    Optional<StoredSchema> storedSchema() {
        return value.filter(node -> node.path("schemaType").asText("AVRO").equals("AVRO"))
                .map(node -> new StoredSchema(
                        node.path("subject").asText(),
                        node.path("version").asInt(),
                        node.path("id").asInt(),
                        node.path("schema").asText(),
                        node.path("deleted").asBoolean()));
    }

    private static ObjectNode schemaKey(StoredSchema schema) {
        return key("SCHEMA", schema.subject()).put("version", schema.version()).put("magic", 1);
    }

    private static ObjectNode key(String type, String subject) {
        return JSON.createObjectNode().put("keytype", type).put("subject", subject);
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
