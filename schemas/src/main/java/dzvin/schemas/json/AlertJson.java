package dzvin.schemas.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dzvin.schemas.avro.Alert;
import java.util.List;

/** An alert as webhooks, files and the API show it. */
public final class AlertJson {
    private AlertJson() {}

    /** One line, without its end. */
    public static String write(Alert alert) {
        return Json.line(node(alert));
    }

    /** The line of an alert that takes the place of early ones, which {@code supersedes} names; the same as above where there are none. */
    public static String write(Alert alert, List<String> superseded) {
        var json = node(alert);
        if (!superseded.isEmpty()) {
            json.set("supersedes", Json.array(superseded, Json::text));
        }
        return Json.line(json);
    }

    /** The tree behind the line; the caller may add to it, for each call makes a new one. */
    public static ObjectNode node(Alert alert) {
        var json = Json.object();
        json.set("id", Json.text(alert.getId()));
        json.put("revision", alert.getRevision());
        json.set("campaign", Json.text(alert.getCampaign()));
        json.set("kind", Json.text(alert.getKind()));
        json.set("stage", Json.text(alert.getStage()));
        json.set("previousStage", Json.text(alert.getPreviousStage()));
        json.set("at", Json.text(alert.getAt()));
        json.put("early", alert.getEarly());
        json.set("mergedFrom", Json.array(alert.getMergedFrom(), Json::text));
        if (alert.getSplitFrom() != null) {
            json.set("splitFrom", Json.text(alert.getSplitFrom()));
        }
        EvidenceJson.putInto(json, alert.getEvidence());
        json.set("summary", EvidenceJson.summary(alert.getSummaryUk(), alert.getSummaryEn()));
        json.set("policy", Json.text(alert.getPolicy()));
        return json;
    }
}
