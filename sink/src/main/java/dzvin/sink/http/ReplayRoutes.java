package dzvin.sink.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dzvin.sink.console.Banner;
import dzvin.sink.live.ReadModel;
import dzvin.sink.replay.ReplayDesk;
import dzvin.sink.replay.ReplayDesk.BusyException;
import dzvin.sink.replay.ReplayWish;
import dzvin.sink.replay.WatchedReplay;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * {@code /api/v1/replays}: begins, shows and stops replays of history, and serves each run's campaigns and alerts on the paths that
 * live has, below the replay's own.
 */
final class ReplayRoutes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FIELDS = Set.of("since", "until", "policies", "speed");

    private final ReplayDesk desk;
    private final Duration heartbeat;
    private final boolean keysNeeded;

    ReplayRoutes(ReplayDesk desk, Duration heartbeat, boolean keysNeeded) {
        this.desk = desk;
        this.heartbeat = heartbeat;
        this.keysNeeded = keysNeeded;
    }

    void list(Context request) {
        var policies = new ArrayList<byte[]>();
        desk.policies().forEach(policy -> policies.add(ReplayJson.text(policy)));
        new JsonWriter()
                .raw("{\"items\":")
                .array(desk.all().stream().map(ReplayJson::of).toList())
                .raw(",\"policies\":")
                .array(policies)
                .raw("}")
                .answer(request);
    }

    void one(Context request) {
        new JsonWriter().raw(ReplayJson.of(replay(request))).answer(request);
    }

    /** The type of the body keeps other sites' forms out: a browser asks first before it sends this one elsewhere. */
    void start(Context request) {
        var type = request.contentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new UnsupportedMediaTypeResponse("send the wish as application/json");
        }
        try {
            var replay = desk.start(wish(request.body()));
            request.status(201).header("Location", "/api/v1/replays/" + replay.id());
            new JsonWriter().raw(ReplayJson.of(replay)).answer(request);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(e.getMessage());
        } catch (BusyException e) {
            throw new ConflictResponse(e.getMessage());
        }
    }

    void stop(Context request) {
        replay(request).stop();
        request.status(204);
    }

    void status(Context request) {
        new Status(model(request), Optional::empty, Banner.NONE, keysNeeded, true).show(request);
    }

    void campaigns(Context request) {
        new CampaignRoutes(model(request)).list(request);
    }

    void campaign(Context request) {
        new CampaignRoutes(model(request)).one(request);
    }

    void alerts(Context request) {
        new AlertRoutes(model(request)).list(request);
    }

    void stream(Context request) throws IOException {
        new StreamRoute(model(request), heartbeat).stream(request);
    }

    private WatchedReplay replay(Context request) {
        return desk.find(request.pathParam("replay"))
                .orElseThrow(() -> new NotFoundResponse("no replay has this id, or it was forgotten"));
    }

    private ReadModel model(Context request) {
        var runs = replay(request).runs();
        var run = request.pathParam("run");
        if (!run.matches("\\d") || Integer.parseInt(run) >= runs.size()) {
            throw new NotFoundResponse("this replay has runs 0 to " + (runs.size() - 1));
        }
        return runs.get(Integer.parseInt(run)).model();
    }

    private ReplayWish wish(String body) {
        var json = tree(body);
        for (Iterator<String> names = json.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!FIELDS.contains(name)) {
                throw new BadRequestResponse("a wish has since, until, policies and speed, got " + name);
            }
        }
        return new ReplayWish(time(json, "since"), time(json, "until"), policies(json), speed(json));
    }

    private static JsonNode tree(String body) {
        try {
            var json = JSON.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // Said below, in words of its own.
        }
        throw new BadRequestResponse("the body must be one JSON object with since, until, policies and speed");
    }

    private List<String> policies(JsonNode json) {
        var given = json.path("policies");
        if (given.isMissingNode()) {
            return List.of(desk.policies().get(0));
        }
        var names = new ArrayList<String>();
        given.forEach(name -> names.add(name.asText()));
        return names;
    }

    private static Optional<Instant> time(JsonNode json, String field) {
        var text = json.path(field).asText("");
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new BadRequestResponse(field + " must be a time such as 2025-07-02T10:15:00Z");
        }
    }

    private static OptionalDouble speed(JsonNode json) {
        var given = json.path("speed");
        if (given.isMissingNode() || given.isNull() || given.asText().equals("max")) {
            return OptionalDouble.empty();
        }
        if (!given.isNumber()) {
            throw new BadRequestResponse("speed must be max or a number above 0");
        }
        return OptionalDouble.of(given.asDouble());
    }
}
