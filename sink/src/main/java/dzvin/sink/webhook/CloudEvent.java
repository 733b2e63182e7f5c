package dzvin.sink.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import dzvin.sink.AlertMessage;
import java.util.Locale;

/** An alert in the structured JSON form of CloudEvents 1.0; the alert itself is its {@code data}. */
final class CloudEvent {
    static final String MEDIA_TYPE = "application/cloudevents+json; charset=utf-8";

    private static final ObjectMapper JSON = new ObjectMapper();

    private CloudEvent() {}

    /** The bytes that are posted: the same for each attempt. */
    static byte[] of(AlertMessage message) {
        var event = JSON.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", message.key());
        event.put("source", "urn:dzvin:alerts");
        event.put("type", "dzvin.alert." + message.kind().toLowerCase(Locale.ROOT));
        event.put("subject", message.campaign());
        event.put("time", message.at().toString());
        if (message.early()) {
            event.put("early", true);
        }
        if (!message.supersedes().isEmpty()) {
            event.put("supersedes", String.join(",", message.supersedes()));
        }
        event.put("datacontenttype", "application/json");
        event.putRawValue("data", new RawValue(message.json()));
        try {
            return JSON.writeValueAsString(event).getBytes(UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes could not be written", e);
        }
    }
}
