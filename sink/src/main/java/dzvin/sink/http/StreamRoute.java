package dzvin.sink.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dzvin.sink.live.Event;
import dzvin.sink.live.Follower;
import dzvin.sink.live.Position;
import dzvin.sink.live.ReadModel;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /api/v1/stream}: alerts and changes of campaigns as server-sent events. The id of an event is the position after
 * it, so a reader that comes back with {@code Last-Event-ID} (or {@code from}) gets what it missed; when that is
 * forgotten it gets {@code reset} and loads everything anew. A request occupies its thread, and their number is bounded.
 */
final class StreamRoute {
    private final ReadModel model;
    private final Duration heartbeat;

    StreamRoute(ReadModel model, Duration heartbeat) {
        this.model = model;
        this.heartbeat = heartbeat;
    }

    void stream(Context request) throws IOException {
        var asked = asked(request);
        boolean remembered = asked.map(model::remembers).orElse(true);
        var from = remembered ? asked.orElseGet(model::position) : model.position();
        try (var follower = model.follow(from).orElseThrow(StreamRoute::tooMany)) {
            var out = open(request);
            write(out, "retry: 2000\n");
            write(out, "event: " + (remembered ? "hello" : "reset") + "\nid: " + from + "\ndata: {}\n\n");
            pass(follower, out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(Follower follower, OutputStream out) throws InterruptedException {
        try {
            while (follower.goesOn()) {
                var event = follower.next(heartbeat);
                if (event.isPresent()) {
                    write(out, event.get());
                } else {
                    write(out, ": still here\n\n");
                }
            }
        } catch (IOException e) {
            // The reader went away, which is how a stream usually ends.
        }
    }

    private static Optional<Position> asked(Context request) {
        var header = request.header("Last-Event-ID");
        var from = header == null || header.isBlank() ? request.queryParam("from") : header;
        if (from == null || from.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Position.parse(from)
                .orElseThrow(() -> new BadRequestResponse("Last-Event-ID must be the id of an event, got " + from)));
    }

    /** Past the framework's own buffer and compression, which would hold events back. */
    private static OutputStream open(Context request) throws IOException {
        var response = request.res();
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return response.getOutputStream();
    }

    private static void write(OutputStream out, Event event) throws IOException {
        out.write(("event: " + event.type() + "\nid: " + event.after() + "\ndata: ").getBytes(UTF_8));
        out.write(event.data());
        write(out, "\n\n");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
        out.flush();
    }

    private static ServiceUnavailableResponse tooMany() {
        return new ServiceUnavailableResponse("too many streams are open", Map.of());
    }
}
