package dzvin.standalone.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** A back-test as one JSON object. */
public final class ScoreJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ScoreJson() {}

    /** One line. */
    public static String write(Backtest.Result result, List<Score> scores, double seconds) {
        var root = JSON.createObjectNode();
        root.put("reports", result.counts().accepted());
        root.put("late", result.counts().late());
        root.put("duplicates", result.counts().duplicate());
        if (result.from() <= result.to()) {
            root.put("from", Instant.ofEpochMilli(result.from()).toString());
            root.put("to", Instant.ofEpochMilli(result.to()).toString());
        }
        var policies = root.putArray("policies");
        scores.forEach(score -> put(score, policies.addObject()));
        root.put("seconds", Math.round(seconds * 1_000) / 1_000.0);
        try {
            return JSON.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static void put(Score score, ObjectNode policy) {
        policy.put("name", score.trial().candidate().name());
        policy.put("policy", score.trial().candidate().policy().reference());
        policy.put("signals", score.trial().signals());
        policy.put("campaigns", score.campaigns());
        policy.put("mass", score.mass());
        policy.put("alerts", score.trial().alerts().size());
        policy.put("alertsPerWeek", score.alertsPerWeek());
        if (!score.delays().isEmpty()) {
            policy.put("missed", score.missed());
            policy.put("falseAlarmsPerWeek", score.falseAlarmsPerWeek());
            var known = policy.putArray("known");
            score.delays().forEach((name, delay) -> {
                var one = known.addObject().put("campaign", name);
                delay.ifPresentOrElse(
                        found -> one.put("delaySeconds", found.toSeconds()), () -> one.putNull("delaySeconds"));
            });
        }
    }
}
