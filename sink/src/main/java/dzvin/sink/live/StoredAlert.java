package dzvin.sink.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dzvin.schemas.avro.Alert;
import dzvin.schemas.json.AlertJson;
import java.time.Instant;
import java.util.List;

/**
 * An alert as the API shows it, with what it is looked up by.
 *
 * @param json its JSON in UTF-8: shared, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; bytes halve the memory of Cyrillic text
public record StoredAlert(
        long offset, String id, String campaign, String kind, Instant at, boolean early, byte[] json) {
    static StoredAlert of(long offset, Alert alert, List<String> supersedes) {
        return new StoredAlert(
                offset,
                alert.getId().toString(),
                alert.getCampaign().toString(),
                alert.getKind().name(),
                alert.getAt(),
                alert.getEarly(),
                AlertJson.write(alert, supersedes).getBytes(UTF_8));
    }
}
