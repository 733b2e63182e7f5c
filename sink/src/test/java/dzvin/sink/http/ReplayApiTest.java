package dzvin.sink.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dzvin.schemas.Secret;
import dzvin.schemas.avro.AlertKind;
import dzvin.schemas.avro.Stage;
import dzvin.sink.Samples;
import dzvin.sink.replay.ReplayDesk;
import dzvin.sink.replay.ReplayWish;
import dzvin.sink.replay.Replayer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replays through the API, with history told by the test. */
class ReplayApiTest {
    private static final Instant REACHED = Instant.parse("2025-07-01T12:00:00Z");

    private final Told told = new Told();
    private final ReplayDesk desk = new ReplayDesk(told);
    private final RunningSink sink = new RunningSink(new HttpConfig("127.0.0.1", 0, List.of()), desk);

    @AfterEach
    void stop() {
        desk.close();
        sink.close();
    }

    @Test
    void aReplayHasCampaignsAndAlertsOfItsOwnAndLiveHasNoneOfThem() {
        var id = begun("{\"policies\":[\"ours\"]}").get("id").asText();
        told.goOn.countDown();
        awaitState(id, "DONE");

        var run = "/api/v1/replays/" + id + "/0";

        assertThat(sink.json(run + "/campaigns").get("total").asInt()).isEqualTo(1);
        assertThat(sink.json(run + "/alerts").get("items")).hasSize(1);
        assertThat(sink.json(run + "/status").get("ready").asBoolean()).isTrue();
        assertThat(sink.json("/api/v1/campaigns").get("total").asInt()).isZero();
        assertThat(sink.json("/api/v1/alerts").get("items")).isEmpty();
    }

    @Test
    void policiesAreComparedByWhatEachMadeOfOneHistory() {
        var id = begun("{\"policies\":[\"ours\",\"theirs\"],\"speed\":\"max\"}")
                .get("id")
                .asText();
        told.goOn.countDown();
        var runs = awaitState(id, "DONE").get("runs");

        assertThat(runs.get(0).get("policy").asText()).isEqualTo("ours");
        assertThat(runs.get(0).get("alerts").asInt()).isEqualTo(1);
        assertThat(runs.get(0).get("firstRaised").isNull()).isFalse();
        assertThat(runs.get(1).get("alerts").asInt()).isZero();
        assertThat(runs.get(1).get("firstRaised").isNull()).isTrue();
    }

    @Test
    void oneRunsAtATimeAndMayBeStopped() {
        var id = begun("{}").get("id").asText();

        assertThat(post("{}").statusCode()).isEqualTo(409);
        var stopped = sink.send(sink.request("/api/v1/replays/" + id).DELETE());

        assertThat(stopped.statusCode()).isEqualTo(204);
        assertThat(state(id).get("state").asText()).isEqualTo("STOPPED");
        assertThat(post("{}").statusCode()).isEqualTo(201);
    }

    @Test
    void whatWentWrongIsSaidInOneSentence() {
        told.problem = "the topic of reports is empty";
        told.goOn.countDown();
        var id = begun("{}").get("id").asText();

        assertThat(awaitState(id, "FAILED").get("problem").asText()).isEqualTo("the topic of reports is empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"policies\":[\"nobody's\"]}|policies must be of ours, theirs",
                "{\"policies\":[]}|policies must be 1 to 4 names",
                "{\"policies\":[\"ours\",\"ours\"]}|policies must be different ones",
                "{\"since\":\"2025-07-02T00:00:00Z\",\"until\":\"2025-07-01T00:00:00Z\"}|since must be before until",
                "{\"since\":\"yesterday\"}|since must be a time such as",
                "{\"speed\":0}|speed must be above 0",
                "{\"speed\":\"fast\"}|speed must be max or a number",
                "{\"tempo\":1}|a wish has since, until, policies and speed, got tempo",
                "[]|the body must be one JSON object",
            })
    void aWishThatCannotBeMetIsRefusedWithWhatToChange(String wish, String sentence) {
        var answer = post(wish);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningSink.tree(answer.body()).get("detail").asText()).startsWith(sentence);
        assertThat(desk.all()).isEmpty();
    }

    @Test
    void aFormOfAnotherSiteBeginsNothing() {
        var answer = sink.send(sink.request("/api/v1/replays")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(desk.all()).isEmpty();
    }

    @Test
    void whereThereAreKeysNobodyReplaysWithoutOne() {
        var keys = List.of(new ApiKey("desk", new Secret("a-key-that-nobody-guesses")));
        try (var closed = new RunningSink(new HttpConfig("127.0.0.1", 0, keys), desk)) {
            var answer = closed.send(closed.request("/api/v1/replays")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}")));

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(closed.get("/api/v1/replays").statusCode()).isEqualTo(401);
            assertThat(desk.all()).isEmpty();
        }
    }

    @Test
    void onlyTheLatestFewAreKept() {
        told.goOn.countDown();
        var first = begun("{}").get("id").asText();
        awaitState(first, "DONE");
        for (int i = 0; i < 3; i++) {
            awaitState(begun("{}").get("id").asText(), "DONE");
        }

        assertThat(sink.get("/api/v1/replays/" + first).statusCode()).isEqualTo(404);
        assertThat(sink.json("/api/v1/replays").get("items")).hasSize(3);
    }

    private JsonNode begun(String wish) {
        var answer = post(wish);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return RunningSink.tree(answer.body());
    }

    private HttpResponse<String> post(String wish) {
        return sink.send(sink.request("/api/v1/replays")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wish)));
    }

    private JsonNode awaitState(String id, String wanted) {
        await().until(() -> state(id).get("state").asText().equals(wanted));
        return state(id);
    }

    private JsonNode state(String id) {
        return sink.json("/api/v1/replays/" + id);
    }

    /** The first policy rings once, others never. */
    private static final class Told implements Replayer {
        private final CountDownLatch goOn = new CountDownLatch(1);
        private volatile String problem;

        @Override
        public List<String> policies() {
            return List.of("ours", "theirs");
        }

        @Override
        public void replay(ReplayWish wish, Audience audience) {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("stopped", e);
            }
            if (problem != null) {
                throw new IllegalStateException(problem);
            }
            audience.alert(0, Samples.alert(1, "a", AlertKind.RAISED));
            audience.campaign(0, Samples.campaign("a", Stage.EMERGING, 1));
            audience.reached(REACHED, 5);
        }
    }
}
