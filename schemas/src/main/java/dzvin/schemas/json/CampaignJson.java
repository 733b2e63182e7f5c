package dzvin.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dzvin.schemas.avro.Campaign;
import dzvin.schemas.avro.SeriesPoint;

/** A campaign as it stands, as the API and the console show it. */
public final class CampaignJson {
    private CampaignJson() {}

    /** One line, without its end. */
    public static String write(Campaign campaign) {
        return Json.line(node(campaign));
    }

    /** The tree behind the line; the caller may add to it, for each call makes a new one. */
    public static ObjectNode node(Campaign campaign) {
        var json = Json.object();
        json.set("id", Json.text(campaign.getId()));
        json.put("revision", campaign.getRevision());
        json.set("stage", Json.text(campaign.getStage()));
        json.set("raisedAt", Json.text(campaign.getRaisedAt()));
        json.set("stageSince", Json.text(campaign.getStageSince()));
        json.set("updatedAt", Json.text(campaign.getUpdatedAt()));
        json.set("endedAt", Json.text(campaign.getEndedAt()));
        json.set("mergedInto", Json.text(campaign.getMergedInto()));
        json.set("splitFrom", Json.text(campaign.getSplitFrom()));
        json.put("broadcast", campaign.getBroadcast());
        json.set("keys", Json.array(campaign.getKeys(), Json::text));
        json.put("totalReports", campaign.getTotalReports());
        EvidenceJson.putInto(json, campaign.getEvidence());
        json.set("series", Json.array(campaign.getSeries(), CampaignJson::step));
        json.set("summary", EvidenceJson.summary(campaign.getSummaryUk(), campaign.getSummaryEn()));
        json.set("policy", Json.text(campaign.getPolicy()));
        return json;
    }

    private static JsonNode step(SeriesPoint point) {
        var json = Json.object();
        json.set("at", Json.text(point.getAt()));
        json.put("reports", point.getReports());
        json.set("expected", Json.number(point.getExpected()));
        return json;
    }
}
