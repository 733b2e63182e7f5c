package dzvin.sink.http;

import dzvin.schemas.avro.AlertKind;
import dzvin.sink.live.ReadModel;
import dzvin.sink.live.StoredAlert;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.function.Predicate;

/** {@code /api/v1/alerts}: the latest alerts, the latest first. */
final class AlertRoutes {
    private final ReadModel model;

    AlertRoutes(ReadModel model) {
        this.model = model;
    }

    void list(Context request) {
        var question = new Question(request);
        int limit = question.limit();
        var position = model.position();
        var found = model.alerts(wanted(question), limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        new JsonWriter()
                .raw("{\"items\":")
                .array(page.stream().map(StoredAlert::json).toList())
                .raw(",\"next\":")
                .string(found.size() > limit ? Long.toString(page.get(limit - 1).offset()) : null)
                .raw(",\"position\":")
                .string(position.toString())
                .raw("}")
                .answer(request);
    }

    private static Predicate<StoredAlert> wanted(Question question) {
        var kinds = question.oneOf("kind", AlertKind.class);
        var campaign = question.text("campaign");
        var since = question.time("since");
        var before = question.text("cursor").map(AlertRoutes::offset);
        return alert -> kinds.map(some -> some.contains(AlertKind.valueOf(alert.kind())))
                        .orElse(true)
                && campaign.map(alert.campaign()::equals).orElse(true)
                && since.map(time -> !alert.at().isBefore(time)).orElse(true)
                && before.map(offset -> alert.offset() < offset).orElse(true);
    }

    private static long offset(String cursor) {
        if (!cursor.matches("\\d{1,18}")) {
            throw new BadRequestResponse("cursor must be one that a page gave as next");
        }
        return Long.parseLong(cursor);
    }
}
