package dzvin.sink.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dzvin.schemas.avro.AlertKind;
import dzvin.schemas.avro.CodeCount;
import dzvin.schemas.avro.Evidence;
import dzvin.schemas.avro.Stage;
import dzvin.schemas.json.AlertJson;
import dzvin.schemas.json.CampaignJson;
import dzvin.sink.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTest {
    private final RunningSink sink = new RunningSink(new HttpConfig("127.0.0.1", 0, List.of()));

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void aCampaignIsTheOneOfItsJsonWithItsAlerts() {
        var campaign = Samples.campaign("a", Stage.MASS, 1);
        sink.model.put(0, campaign);
        sink.model.add(0, Samples.alert(1));
        sink.model.add(1, Samples.alert(2, "other", AlertKind.RAISED));

        var answer = sink.json("/api/v1/campaigns/" + Samples.id("a"));

        var expected = (com.fasterxml.jackson.databind.node.ObjectNode) RunningSink.tree(CampaignJson.write(campaign));
        expected.set("alerts", RunningSink.tree("[" + AlertJson.write(Samples.alert(1)) + "]"));
        assertThat(answer).isEqualTo(expected);
    }

    @Test
    void campaignsAreListedLatestChangeFirstWithoutTheirTimeLines() {
        sink.model.put(0, Samples.campaign("a", Stage.MASS, 1));
        sink.model.put(1, Samples.campaign("b", Stage.EMERGING, 2));

        var answer = sink.json("/api/v1/campaigns");

        assertThat(ids(answer))
                .containsExactly(Samples.id("b").toString(), Samples.id("a").toString());
        assertThat(answer.get("items").get(0).has("series")).isFalse();
        assertThat(answer.get("total").asInt()).isEqualTo(2);
        assertThat(answer.get("position").asText()).isEqualTo("0.2");
    }

    @Test
    void campaignsAreFilteredByStageRegionAndTime() {
        sink.model.put(0, Samples.campaign("a", Stage.MASS, 1));
        sink.model.put(1, Samples.campaign("b", Stage.ENDED, 2));

        assertThat(ids(sink.json("/api/v1/campaigns?stage=mass,SPREADING")))
                .containsExactly(Samples.id("a").toString());
        assertThat(ids(sink.json("/api/v1/campaigns?region=UA-32"))).hasSize(2);
        assertThat(ids(sink.json("/api/v1/campaigns?region=UA-46"))).isEmpty();
        assertThat(ids(sink.json("/api/v1/campaigns?since=2025-07-02T13:02:00%2B03:00")))
                .containsExactly(Samples.id("b").toString());
    }

    @Test
    void pagesOfCampaignsShowEachOnce() {
        for (int number = 0; number < 7; number++) {
            sink.model.put(number, Samples.campaign("c" + number, Stage.MASS, number / 3));
        }

        assertThat(allPages("/api/v1/campaigns?limit=2")).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void pagesOfAlertsShowEachOnceLatestFirst() {
        for (int number = 0; number < 5; number++) {
            sink.model.add(number * 2L, Samples.alert(number));
        }

        assertThat(allPages("/api/v1/alerts?limit=2"))
                .containsExactly(alertId(4), alertId(3), alertId(2), alertId(1), alertId(0));
    }

    @Test
    void alertsAreFilteredByKindCampaignAndTime() {
        sink.model.add(0, Samples.alert(1, "a", AlertKind.RAISED));
        sink.model.add(1, Samples.alert(2, "b", AlertKind.RESOLVED));

        assertThat(ids(sink.json("/api/v1/alerts?kind=RAISED"))).containsExactly(alertId(1));
        assertThat(ids(sink.json("/api/v1/alerts?campaign=" + Samples.id("b")))).containsExactly(alertId(2));
        assertThat(ids(sink.json("/api/v1/alerts?since=2025-07-02T10:02:00Z"))).containsExactly(alertId(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/campaigns?stage=HUGE",
                "/api/v1/campaigns?since=yesterday",
                "/api/v1/campaigns?limit=0",
                "/api/v1/campaigns?limit=x",
                "/api/v1/campaigns?cursor=%25%25",
                "/api/v1/campaigns?cursor=QUJD",
                "/api/v1/alerts?kind=LOUD",
                "/api/v1/alerts?cursor=-1",
                "/api/v1/stream?from=here"
            })
    void aParameterThatCannotBeUnderstoodIsNamedInAProblem(String path) {
        var answer = sink.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(RunningSink.tree(answer.body()).get("detail").asText()).isNotBlank();
    }

    @Test
    void aCampaignThatIsNotThereIsAProblemOfItsOwn() {
        var answer = sink.get("/api/v1/campaigns/" + Samples.id("nobody"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(RunningSink.tree(answer.body()).get("detail").asText()).isEqualTo("no campaign has this id");
    }

    @Test
    void untilTheTopicsAreReadNothingIsAnsweredForTheTruth() {
        sink.notReady = Optional.of("still reading");

        assertThat(sink.get("/api/v1/campaigns").statusCode()).isEqualTo(503);
        assertThat(sink.get("/api/v1/stream").statusCode()).isEqualTo(503);
        assertThat(sink.json("/api/v1/status").get("ready").asBoolean()).isFalse();
    }

    /** What somebody wrote into a feature or a sentence stays text: it is JSON, and no browser may guess otherwise. */
    @Test
    void hostileTextStaysTextInJson() {
        var attack = "</script><img src=x onerror=alert(1)>\"\\\u2028";
        var hostile = Samples.campaign("a", Stage.MASS, 1);
        var evidence = Evidence.newBuilder(Samples.evidence())
                .setFeatures(List.of(new CodeCount(attack, 3L)))
                .build();
        sink.model.put(
                0,
                dzvin.schemas.avro.Campaign.newBuilder(hostile)
                        .setEvidence(evidence)
                        .setSummaryEn(attack)
                        .build());

        var answer = sink.get("/api/v1/campaigns/" + Samples.id("a"));

        var json = RunningSink.tree(answer.body());
        assertThat(json.get("summary").get("en").asText()).isEqualTo(attack);
        assertThat(json.get("features").get(0).get("code").asText()).isEqualTo(attack);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    }

    private List<String> allPages(String first) {
        var ids = new ArrayList<String>();
        var next = "";
        do {
            var page = sink.json(first + (next.isEmpty() ? "" : "&cursor=" + next));
            ids.addAll(ids(page));
            next = page.get("next").asText("");
        } while (!next.isEmpty());
        return ids;
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> item.get("id").asText())
                .toList();
    }

    private static String alertId(int number) {
        return Samples.alert(number).getId().toString();
    }
}
