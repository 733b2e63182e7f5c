package dzvin.sink;

import static java.util.Objects.requireNonNull;

import dzvin.schemas.avro.Alert;
import dzvin.schemas.json.AlertJson;
import java.time.Instant;
import java.util.List;

/**
 * An alert on its way out.
 *
 * @param id the alert's id
 * @param revision its revision
 * @param campaign the campaign's id
 * @param kind what happened, for example {@code ESCALATED}
 * @param at the bucket end that decided
 * @param early whether it rings before its bucket has closed; what came of it follows
 * @param supersedes ids of early alerts whose place it takes: who was rung for them has been rung
 * @param json the alert as one line of JSON
 */
public record AlertMessage(
        String id,
        int revision,
        String campaign,
        String kind,
        Instant at,
        boolean early,
        List<String> supersedes,
        String json) {
    public AlertMessage {
        requireNonNull(id, "id");
        requireNonNull(campaign, "campaign");
        requireNonNull(kind, "kind");
        requireNonNull(at, "at");
        supersedes = List.copyOf(supersedes);
        requireNonNull(json, "json");
    }

    public static AlertMessage of(Alert alert) {
        return of(alert, List.of());
    }

    /** @param supersedes ids of early alerts whose place it takes */
    public static AlertMessage of(Alert alert, List<String> supersedes) {
        return new AlertMessage(
                alert.getId().toString(),
                alert.getRevision(),
                alert.getCampaign().toString(),
                alert.getKind().name(),
                alert.getAt(),
                alert.getEarly(),
                supersedes,
                AlertJson.write(alert, supersedes));
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
