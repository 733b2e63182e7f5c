package dzvin.schemas.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dzvin.schemas.avro.CodeCount;
import dzvin.schemas.avro.Evidence;
import dzvin.schemas.avro.Interval;
import dzvin.schemas.avro.Onset;
import dzvin.schemas.avro.RegionCount;
import java.time.Instant;

/** What alerts and campaigns share, put flat into their objects: onset, window, counts, growth, e-value. */
final class EvidenceJson {
    private EvidenceJson() {}

    static void putInto(ObjectNode json, Evidence evidence) {
        json.set("onset", onset(evidence.getOnset()));
        json.set("window", window(evidence.getWindowFrom(), evidence.getWindowTo()));
        putCounts(json, evidence);
        putLeaders(json, evidence);
        json.set("doublingHours", interval(evidence.getDoublingHours()));
        json.set("eValue", eValue(evidence.getEValue()));
        json.set("sampleReports", Json.array(evidence.getSampleReports(), Json::text));
    }

    private static void putCounts(ObjectNode json, Evidence evidence) {
        json.put("reports", evidence.getReports());
        json.set("expected", Json.number(evidence.getExpected()));
        json.put("people", evidence.getPeople());
        json.put("numbers", evidence.getNumbers());
        json.put("withheld", evidence.getWithheld());
        json.set("effectiveRegions", Json.number(evidence.getEffectiveRegions()));
        json.set("calledLongAgo", Json.number(evidence.getCalledLongAgo()));
    }

    private static void putLeaders(ObjectNode json, Evidence evidence) {
        json.set("regions", Json.array(evidence.getRegions(), EvidenceJson::region));
        json.set("features", Json.array(evidence.getFeatures(), feature -> count("code", feature)));
        json.set("families", Json.array(evidence.getFamilies(), family -> count("code", family)));
        json.set("leadingNumbers", Json.array(evidence.getLeadingNumbers(), number -> count("number", number)));
    }

    static JsonNode onset(Onset onset) {
        var json = Json.object();
        json.set("at", Json.text(onset.getAt()));
        json.set("from", Json.text(onset.getFrom()));
        json.set("to", Json.text(onset.getTo()));
        return json;
    }

    static JsonNode window(Instant from, Instant to) {
        var json = Json.object();
        json.set("from", Json.text(from));
        json.set("to", Json.text(to));
        return json;
    }

    /** Evidence too strong for a double is the largest double, so that comparing it with a bound still works. */
    static JsonNode eValue(double value) {
        return Json.number(Math.min(value, Double.MAX_VALUE));
    }

    private static JsonNode region(RegionCount region) {
        var json = Json.object();
        json.set("code", Json.text(region.getCode()));
        json.put("reports", region.getReports());
        json.set("expected", Json.number(region.getExpected()));
        if (region.getPerHundredThousand() != null) {
            json.set("perHundredThousand", Json.number(region.getPerHundredThousand()));
        }
        return json;
    }

    private static JsonNode count(String name, CodeCount count) {
        var json = Json.object();
        json.set(name, Json.text(count.getCode()));
        json.put("reports", count.getReports());
        return json;
    }

    private static JsonNode interval(Interval interval) {
        if (interval == null) {
            return NullNode.getInstance();
        }
        var json = Json.object();
        json.set("value", Json.number(interval.getValue()));
        json.set("low", Json.number(interval.getLow()));
        json.set("high", Json.number(interval.getHigh()));
        return json;
    }

    static JsonNode summary(String ukrainian, String english) {
        var json = Json.object();
        json.set("uk", Json.text(ukrainian));
        json.set("en", Json.text(english));
        return json;
    }
}
