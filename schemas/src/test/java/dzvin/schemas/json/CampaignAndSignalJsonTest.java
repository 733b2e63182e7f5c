package dzvin.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.Samples;
import dzvin.schemas.avro.BaselineState;
import dzvin.schemas.avro.Campaign;
import dzvin.schemas.avro.SeriesPoint;
import dzvin.schemas.avro.Signal;
import dzvin.schemas.avro.Stage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignAndSignalJsonTest {
    private static final Instant TEN = Instant.parse("2025-07-02T10:00:00Z");

    @Test
    void aCampaignTellsItsLifeAndItsEvidence() {
        var campaign = Campaign.newBuilder()
                .setId(Samples.CAMPAIGN)
                .setRevision(3)
                .setStage(Stage.MASS)
                .setRaisedAt(Instant.parse("2025-07-02T08:30:00Z"))
                .setStageSince(TEN)
                .setUpdatedAt(TEN)
                .setKeys(List.of("region=UA-32"))
                .setEvidence(Samples.evidence())
                .setTotalReports(50)
                .setSeries(List.of(new SeriesPoint(Instant.parse("2025-07-02T09:00:00Z"), 20L, 0.5)))
                .setSummaryUk("Українською.")
                .setSummaryEn("In English.")
                .build();

        assertThat(CampaignJson.write(campaign))
                .startsWith("{\"id\":\"6f1f1c1e-0000-5000-8000-000000000001\",\"revision\":3,\"stage\":\"MASS\","
                        + "\"raisedAt\":\"2025-07-02T08:30:00Z\",\"stageSince\":\"2025-07-02T10:00:00Z\","
                        + "\"updatedAt\":\"2025-07-02T10:00:00Z\",\"endedAt\":null,\"mergedInto\":null,\"splitFrom\":null,"
                        + "\"broadcast\":false,\"keys\":[\"region=UA-32\"],\"totalReports\":50,\"onset\":{")
                .contains("\"leadingNumbers\":[{\"number\":")
                .endsWith("\"series\":[{\"at\":\"2025-07-02T09:00:00Z\",\"reports\":20,\"expected\":0.5}],"
                        + "\"summary\":{\"uk\":\"Українською.\",\"en\":\"In English.\"},\"policy\":\"\"}");
    }

    @Test
    void aSignalTellsItsKeyAndTheWindowThatEndsWhereItWasDecided() {
        var signal = Signal.newBuilder()
                .setKey("region=UA-32")
                .setView("region")
                .setScaleMinutes(60)
                .setAt(TEN)
                .setOnset(Samples.onset())
                .setWindowFrom(Instant.parse("2025-07-02T09:00:00Z"))
                .setReports(20)
                .setExpected(1.5)
                .setPeople(19)
                .setLift(8.0)
                .setEValue(250.0)
                .setBaseline(BaselineState.READY)
                .setSampleReports(List.of("r-1"))
                .build();

        assertThat(SignalJson.write(signal))
                .isEqualTo("{\"key\":\"region=UA-32\",\"view\":\"region\",\"scaleMinutes\":60,"
                        + "\"at\":\"2025-07-02T10:00:00Z\",\"early\":false,\"campaign\":null,"
                        + "\"onset\":{\"at\":\"2025-07-02T08:00:00Z\",\"from\":\"2025-07-02T07:00:00Z\","
                        + "\"to\":\"2025-07-02T08:30:00Z\"},"
                        + "\"window\":{\"from\":\"2025-07-02T09:00:00Z\",\"to\":\"2025-07-02T10:00:00Z\"},"
                        + "\"reports\":20,\"expected\":1.5,\"people\":19,\"lift\":8,\"eValue\":250,"
                        + "\"baseline\":\"READY\",\"sampleReports\":[\"r-1\"],\"policy\":\"\"}");
    }
}
