package dzvin.sink.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dzvin.sink.AlertMessage;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keys of the alerts that a file got last: bounded, the oldest are forgotten first. */
final class WrittenKeys {
    private static final int MOST = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Boolean> keys = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    boolean contains(String key) {
        return keys.containsKey(key);
    }

    void add(String key) {
        keys.put(key, true);
    }

    /** A line that is no alert (somebody's own remark) is left alone. */
    void addLine(String line) {
        try {
            var alert = JSON.readTree(line);
            if (alert.path("id").isTextual() && alert.path("revision").isInt()) {
                add(AlertMessage.key(
                        alert.get("id").textValue(), alert.get("revision").intValue()));
            }
        } catch (JsonProcessingException e) {
            // Not ours: it stays in the file and stands for no alert.
        }
    }
}
