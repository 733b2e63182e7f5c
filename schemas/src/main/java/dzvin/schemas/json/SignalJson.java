package dzvin.schemas.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dzvin.schemas.avro.Signal;

/** A signal as the API shows it. Its window ends at the bucket end that decided. */
public final class SignalJson {
    private SignalJson() {}

    /** One line, without its end. */
    public static String write(Signal signal) {
        return Json.line(node(signal));
    }

    /** The tree behind the line; the caller may add to it, for each call makes a new one. */
    public static ObjectNode node(Signal signal) {
        var json = Json.object();
        json.set("key", Json.text(signal.getKey()));
        json.set("view", Json.text(signal.getView()));
        json.put("scaleMinutes", signal.getScaleMinutes());
        json.set("at", Json.text(signal.getAt()));
        json.put("early", signal.getEarly());
        json.set("campaign", Json.text(signal.getCampaign()));
        json.set("onset", EvidenceJson.onset(signal.getOnset()));
        json.set("window", EvidenceJson.window(signal.getWindowFrom(), signal.getAt()));
        json.put("reports", signal.getReports());
        json.set("expected", Json.number(signal.getExpected()));
        json.put("people", signal.getPeople());
        json.set("lift", Json.number(signal.getLift()));
        json.set("eValue", EvidenceJson.eValue(signal.getEValue()));
        json.set("baseline", Json.text(signal.getBaseline()));
        json.set("sampleReports", Json.array(signal.getSampleReports(), Json::text));
        json.set("policy", Json.text(signal.getPolicy()));
        return json;
    }
}
