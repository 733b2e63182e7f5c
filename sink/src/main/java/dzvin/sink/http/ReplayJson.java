package dzvin.sink.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dzvin.sink.replay.ReplayRun;
import dzvin.sink.replay.WatchedReplay;
import java.time.Instant;
import java.util.Optional;

/** Replays as the API tells of them. */
final class ReplayJson {
    private ReplayJson() {}

    static byte[] of(WatchedReplay replay) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("id", replay.id());
        json.put("state", replay.state().name());
        put(json, "since", replay.wish().since());
        put(json, "until", replay.wish().until());
        if (replay.wish().speed().isPresent()) {
            json.put("speed", replay.wish().speed().getAsDouble());
        } else {
            json.put("speed", "max");
        }
        put(json, "at", replay.reached().map(WatchedReplay.Reached::at));
        json.put("reports", replay.reached().map(WatchedReplay.Reached::reports).orElse(0L));
        json.put("problem", replay.problem().orElse(null));
        var runs = json.putArray("runs");
        replay.runs().forEach(run -> put(runs.addObject(), run));
        return json.toString().getBytes(UTF_8);
    }

    static byte[] text(String text) {
        return JsonNodeFactory.instance.textNode(text).toString().getBytes(UTF_8);
    }

    private static void put(ObjectNode json, ReplayRun run) {
        var figures = run.figures();
        json.put("policy", run.policy());
        json.put("campaigns", figures.campaigns());
        json.put("alerts", figures.alerts());
        put(json, "firstRaised", figures.firstRaised());
        put(json, "firstMass", figures.firstMass());
    }

    private static void put(ObjectNode json, String name, Optional<Instant> time) {
        json.put(name, time.map(Instant::toString).orElse(null));
    }
}
