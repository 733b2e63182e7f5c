package dzvin.sink.http;

import dzvin.sink.console.Banner;
import dzvin.sink.live.ReadModel;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /api/v1/status}: what the console's header shows. */
final class Status {
    private final ReadModel model;
    private final Supplier<Optional<String>> notReady;
    private final Banner banner;
    private final boolean keysNeeded;
    private final boolean canReplay;

    Status(ReadModel model, Supplier<Optional<String>> notReady, Banner banner, boolean keysNeeded, boolean canReplay) {
        this.model = model;
        this.notReady = notReady;
        this.banner = banner;
        this.keysNeeded = keysNeeded;
        this.canReplay = canReplay;
    }

    void show(Context request) {
        new JsonWriter()
                .raw("{\"ready\":" + notReady.get().isEmpty() + ",\"position\":")
                .string(model.position().toString())
                .raw(",\"lastEvent\":")
                .string(model.lastEvent().map(Instant::toString).orElse(null))
                .raw(",\"keysNeeded\":" + keysNeeded + ",\"canReplay\":" + canReplay + ",\"banner\":{\"uk\":")
                .string(banner.uk())
                .raw(",\"en\":")
                .string(banner.en())
                .raw("}}")
                .answer(request);
    }
}
