package dzvin.sink.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dzvin.schemas.avro.Alert;
import dzvin.schemas.json.AlertJson;
import java.time.Instant;

/**
 * An alert as the API shows it, with what it is looked up by.
 *
 * @param json its JSON in UTF-8: shared, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; bytes halve the memory of Cyrillic text
public record StoredAlert(long offset, String campaign, String kind, Instant at, byte[] json) {
    static StoredAlert of(long offset, Alert alert) {
        return new StoredAlert(
                offset,
                alert.getCampaign().toString(),
                alert.getKind().name(),
                alert.getAt(),
                AlertJson.write(alert).getBytes(UTF_8));
    }
}
