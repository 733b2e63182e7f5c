package dzvin.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.Samples;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Evidence;
import dzvin.schemas.avro.RegionCount;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertJsonTest {
    @Test
    void anAlertIsOneLineWithTheNamesAndTheOrderThatScriptsRelyOn() {
        assertThat(AlertJson.write(Samples.alert()))
                .isEqualTo("{\"id\":\"0a0b0c0d-0000-5000-8000-00000000000a\",\"revision\":1,"
                        + "\"campaign\":\"6f1f1c1e-0000-5000-8000-000000000001\",\"kind\":\"ESCALATED\","
                        + "\"stage\":\"MASS\",\"previousStage\":\"SPREADING\",\"at\":\"2025-07-02T10:00:00Z\","
                        + "\"early\":false,\"mergedFrom\":[],"
                        + "\"onset\":{\"at\":\"2025-07-02T08:00:00Z\",\"from\":\"2025-07-02T07:00:00Z\","
                        + "\"to\":\"2025-07-02T08:30:00Z\"},"
                        + "\"window\":{\"from\":\"2025-07-02T04:00:00Z\",\"to\":\"2025-07-02T10:00:00Z\"},"
                        + "\"reports\":42,\"expected\":3.25,\"people\":40,\"numbers\":39,\"withheld\":2,"
                        + "\"effectiveRegions\":2,\"calledLongAgo\":0.05,"
                        + "\"regions\":[{\"code\":\"UA-32\",\"reports\":30,\"expected\":2},"
                        + "{\"code\":\"UA-18\",\"reports\":12,\"expected\":1.25}],"
                        + "\"features\":[{\"code\":\"appeal-to-us\",\"reports\":35}],"
                        + "\"families\":[{\"code\":\"family-7\",\"reports\":31}],"
                        + "\"leadingNumbers\":[{\"number\":\"+38044123xxxx.a1\",\"reports\":2}],"
                        + "\"doublingHours\":{\"value\":1.5,\"low\":1,\"high\":3},\"eValue\":123457,"
                        + "\"sampleReports\":[\"r-1\",\"r-2\"],"
                        + "\"summary\":{\"uk\":\"Кампанія стала масовою.\","
                        + "\"en\":\"The campaign has become a mass effort.\"},\"policy\":\"ua@1a2b\"}");
    }

    @Test
    void whatIsAbsentIsNullAndNeverMissing() {
        var evidence =
                Evidence.newBuilder(Samples.evidence()).setDoublingHours(null).build();
        var alert = Alert.newBuilder(Samples.alert())
                .setPreviousStage(null)
                .setEvidence(evidence)
                .build();

        assertThat(AlertJson.write(alert)).contains("\"previousStage\":null", "\"doublingHours\":null");
    }

    @Test
    void aRateByInhabitantsIsThereWhereItIsKnown() {
        var region = RegionCount.newBuilder(Samples.evidence().getRegions().get(0))
                .setPerHundredThousand(1.75)
                .build();
        var evidence = Evidence.newBuilder(Samples.evidence())
                .setRegions(List.of(region, Samples.evidence().getRegions().get(1)))
                .build();
        var alert = Alert.newBuilder(Samples.alert()).setEvidence(evidence).build();

        var regions = AlertJson.node(alert).get("regions");
        assertThat(regions.get(0).get("perHundredThousand").doubleValue()).isEqualTo(1.75);
        assertThat(regions.get(1).has("perHundredThousand")).isFalse();
    }

    @Test
    void evidenceBeyondADoubleStillComparesAsLarge() {
        var evidence = Evidence.newBuilder(Samples.evidence())
                .setEValue(Double.POSITIVE_INFINITY)
                .build();
        var alert = Alert.newBuilder(Samples.alert()).setEvidence(evidence).build();

        assertThat(AlertJson.node(alert).get("eValue").doubleValue()).isFinite().isGreaterThan(1e308);
    }

    @Test
    void theTreeIsTheCallersOwn() {
        var alert = Samples.alert();
        AlertJson.node(alert).removeAll();

        assertThat(AlertJson.node(alert).get("id")).isNotNull();
    }

    @Test
    void aLineBreakInASentenceDoesNotBreakTheLine() {
        var alert = Alert.newBuilder(Samples.alert()).setSummaryEn("one\ntwo").build();

        assertThat(AlertJson.write(alert)).doesNotContain("\n").contains("one\\ntwo");
    }
}
