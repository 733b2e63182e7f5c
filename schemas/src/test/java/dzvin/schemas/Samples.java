package dzvin.schemas;

import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.AlertKind;
import dzvin.schemas.avro.CodeCount;
import dzvin.schemas.avro.Evidence;
import dzvin.schemas.avro.Interval;
import dzvin.schemas.avro.NumberKind;
import dzvin.schemas.avro.Onset;
import dzvin.schemas.avro.RegionCount;
import dzvin.schemas.avro.Report;
import dzvin.schemas.avro.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One valid record of each kind that tests read and write; numbers are masked. */
public final class Samples {
    public static final UUID CAMPAIGN = UUID.fromString("6f1f1c1e-0000-5000-8000-000000000001");

    private Samples() {}

    public static Report report() {
        return Report.newBuilder()
                .setId("r-1")
                .setReceivedAt(Instant.parse("2025-07-02T10:15:00.123456Z"))
                .setCalledAt(Instant.parse("2025-07-02T06:50:00Z"))
                .setCalledOffsetMinutes(180)
                .setNumber("+38044123xxxx.a1")
                .setNumberKind(NumberKind.ALPHANUMERIC)
                .setRegion("UA-32")
                .setGivenFeatures(List.of("appeal-to-us"))
                .setText("Ваш син не потрібен Україні")
                .build();
    }

    public static Onset onset() {
        return new Onset(
                Instant.parse("2025-07-02T08:00:00Z"),
                Instant.parse("2025-07-02T07:00:00Z"),
                Instant.parse("2025-07-02T08:30:00Z"));
    }

    public static Evidence evidence() {
        return Evidence.newBuilder()
                .setOnset(onset())
                .setWindowFrom(Instant.parse("2025-07-02T04:00:00Z"))
                .setWindowTo(Instant.parse("2025-07-02T10:00:00Z"))
                .setReports(42)
                .setExpected(3.25)
                .setPeople(40)
                .setNumbers(39)
                .setWithheld(2)
                .setEffectiveRegions(2.0)
                .setCalledLongAgo(0.05)
                .setRegions(
                        List.of(new RegionCount("UA-32", 30L, 2.0, null), new RegionCount("UA-18", 12L, 1.25, null)))
                .setFeatures(List.of(new CodeCount("appeal-to-us", 35L)))
                .setFamilies(List.of(new CodeCount("family-7", 31L)))
                .setLeadingNumbers(List.of(new CodeCount("+38044123xxxx.a1", 2L)))
                .setDoublingHours(new Interval(1.5, 1.0, 3.0))
                .setEValue(123456.789)
                .setSampleReports(List.of("r-1", "r-2"))
                .build();
    }

    public static Alert alert() {
        return Alert.newBuilder()
                .setId(UUID.fromString("0a0b0c0d-0000-5000-8000-00000000000a"))
                .setRevision(1)
                .setCampaign(CAMPAIGN)
                .setKind(AlertKind.ESCALATED)
                .setStage(Stage.MASS)
                .setPreviousStage(Stage.SPREADING)
                .setAt(Instant.parse("2025-07-02T10:00:00Z"))
                .setEvidence(evidence())
                .setSummaryUk("Кампанія стала масовою.")
                .setSummaryEn("The campaign has become a mass effort.")
                .setPolicy("ua@1a2b")
                .build();
    }
}
