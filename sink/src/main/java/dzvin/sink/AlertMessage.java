package dzvin.sink;

import static java.util.Objects.requireNonNull;

import dzvin.schemas.avro.Alert;
import dzvin.schemas.json.AlertJson;
import java.time.Instant;

/**
 * An alert on its way out.
 *
 * @param id the alert's id
 * @param revision its revision
 * @param campaign the campaign's id
 * @param kind what happened, for example {@code ESCALATED}
 * @param at the bucket end that decided
 * @param json the alert as one line of JSON
 */
public record AlertMessage(String id, int revision, String campaign, String kind, Instant at, String json) {
    public AlertMessage {
        requireNonNull(id, "id");
        requireNonNull(campaign, "campaign");
        requireNonNull(kind, "kind");
        requireNonNull(at, "at");
        requireNonNull(json, "json");
    }

    public static AlertMessage of(Alert alert) {
        return new AlertMessage(
                alert.getId().toString(),
                alert.getRevision(),
                alert.getCampaign().toString(),
                alert.getKind().name(),
                alert.getAt(),
                AlertJson.write(alert));
    }

    /** The same for every delivery of the same revision of the same alert, so that a receiver can drop repeats. */
    public String key() {
        return key(id, revision);
    }

    /** The key of a revision of an alert. */
    public static String key(String id, int revision) {
        return id + "." + revision;
    }
}
