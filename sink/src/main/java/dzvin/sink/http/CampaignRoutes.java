package dzvin.sink.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dzvin.schemas.avro.Stage;
import dzvin.sink.live.ReadModel;
import dzvin.sink.live.StoredAlert;
import dzvin.sink.live.StoredCampaign;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/** {@code /api/v1/campaigns}: campaigns as they stand, the latest change first, and each with its alerts. */
final class CampaignRoutes {
    private static final int MOST_ALERTS = 500;

    private final ReadModel model;

    CampaignRoutes(ReadModel model) {
        this.model = model;
    }

    void list(Context request) {
        var question = new Question(request);
        int limit = question.limit();
        var position = model.position();
        var found = model.campaigns(wanted(question));
        var page = found.subList(0, Math.min(limit, found.size()));
        var items = page.stream().map(StoredCampaign::brief).toList();
        new JsonWriter()
                .raw("{\"items\":")
                .array(items)
                .raw(",\"total\":" + found.size() + ",\"next\":")
                .string(found.size() > limit ? cursor(page.get(limit - 1)) : null)
                .raw(",\"position\":")
                .string(position.toString())
                .raw("}")
                .answer(request);
    }

    void one(Context request) {
        var id = request.pathParam("id");
        var campaign = model.campaign(id).orElseThrow(() -> new NotFoundResponse("no campaign has this id"));
        List<byte[]> alerts = model.alerts(alert -> alert.campaign().equals(id), MOST_ALERTS).stream()
                .map(StoredAlert::json)
                .toList();
        new JsonWriter()
                .openObject(campaign.json())
                .raw(",\"alerts\":")
                .array(alerts)
                .raw("}")
                .answer(request);
    }

    private static Predicate<StoredCampaign> wanted(Question question) {
        var stages = question.oneOf("stage", Stage.class);
        var region = question.text("region");
        var since = question.time("since");
        var after = question.text("cursor").map(CampaignRoutes::place);
        return campaign -> stages.map(some -> some.contains(campaign.stage())).orElse(true)
                && region.map(campaign.regions()::contains).orElse(true)
                && since.map(time -> !campaign.updatedAt().isBefore(time)).orElse(true)
                && after.map(place -> place.isBefore(campaign)).orElse(true);
    }

    private static String cursor(StoredCampaign last) {
        var place = last.updatedAt() + " " + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8));
    }

    private static Place place(String cursor) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split(" ", 2);
            return new Place(Instant.parse(parts[0]), parts[1]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new BadRequestResponse("cursor must be one that a page gave as next");
        }
    }

    /** Where a page ended, in the order of the list. */
    private record Place(Instant updatedAt, String id) {
        boolean isBefore(StoredCampaign campaign) {
            int byTime = campaign.updatedAt().compareTo(updatedAt);
            return byTime < 0 || (byTime == 0 && campaign.id().compareTo(id) > 0);
        }
    }
}
