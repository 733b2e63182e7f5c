package dzvin.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.util.Optional;

/** What a request says, whichever of the routes it takes. */
record RegistryRequest(Context http) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String subject() {
        return http.pathParam("subject");
    }

    String version() {
        return http.pathParam("version");
    }

    int id() {
        try {
            return Integer.parseInt(http.pathParam("id"));
        } catch (NumberFormatException e) {
            throw new RegistryException(404, "HTTP 404 Not Found");
        }
    }

    boolean asks(String flag) {
        return Boolean.parseBoolean(http.queryParam(flag));
    }

    /** The Avro schema in the body. */
    String schema() {
        var body = body();
        var type = body.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw RegistryException.invalidSchema("type " + type + " is not supported, only AVRO is");
        }
        if (!body.path("references").isEmpty()) {
            throw RegistryException.invalidSchema("references are not supported by the embedded registry");
        }
        return field(body, "schema").orElseThrow(() -> RegistryException.invalidSchema("Empty schema"));
    }

    Optional<String> told(String field) {
        return field(body(), field);
    }

    void answer(Object value) {
        try {
            http.contentType("application/vnd.schemaregistry.v1+json").result(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written as JSON", e);
        }
    }

    private static Optional<String> field(JsonNode body, String name) {
        return Optional.ofNullable(body.path(name).textValue());
    }

    private JsonNode body() {
        try {
            return JSON.readTree(http.body());
        } catch (JsonProcessingException e) {
            throw new RegistryException(400, "the body is not JSON: " + e.getOriginalMessage());
        }
    }
}
