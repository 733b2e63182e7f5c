package dzvin.sink;

import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.AlertKind;
import dzvin.schemas.avro.Campaign;
import dzvin.schemas.avro.CodeCount;
import dzvin.schemas.avro.Evidence;
import dzvin.schemas.avro.Interval;
import dzvin.schemas.avro.Onset;
import dzvin.schemas.avro.RegionCount;
import dzvin.schemas.avro.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Alerts and campaigns for tests: each is valid, and numbered ones differ in their ids and times only. */
public final class Samples {
    public static final Instant START = Instant.parse("2025-07-02T10:00:00Z");

    private Samples() {}

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public static Instant minute(int number) {
        return START.plus(Duration.ofMinutes(number));
    }

    public static AlertMessage message(int number) {
        return AlertMessage.of(alert(number));
    }

    /** The numbered alert of the campaign "a". */
    public static Alert alert(int number) {
        return alert(number, "a", AlertKind.UPDATED);
    }

    public static Alert alert(int number, String campaign, AlertKind kind) {
        return Alert.newBuilder()
                .setId(id("alert-" + number))
                .setRevision(1)
                .setCampaign(id(campaign))
                .setKind(kind)
                .setStage(Stage.MASS)
                .setPreviousStage(Stage.SPREADING)
                .setAt(minute(number))
                .setEvidence(evidence())
                .setSummaryUk("Хвиля дзвінків у двох областях.")
                .setSummaryEn("A wave of calls in two regions.")
                .setPolicy("ua@1a2b")
                .build();
    }

    /** What an alert says before its bucket has closed, and in its second revision what came of it. */
    public static Alert early(int number, String campaign, AlertKind kind, int revision) {
        return Alert.newBuilder(alert(number, campaign, kind))
                .setEarly(true)
                .setRevision(revision)
                .build();
    }

    /** A campaign that changed last in the given minute. */
    public static Campaign campaign(String name, Stage stage, int minute) {
        return Campaign.newBuilder()
                .setId(id(name))
                .setRevision(1)
                .setStage(stage)
                .setRaisedAt(START)
                .setStageSince(START)
                .setUpdatedAt(minute(minute))
                .setEvidence(evidence())
                .setTotalReports(50)
                .setSummaryUk("Хвиля дзвінків у двох областях.")
                .setSummaryEn("A wave of calls in two regions.")
                .build();
    }

    public static Evidence evidence() {
        return Evidence.newBuilder()
                .setOnset(new Onset(minute(-120), minute(-180), minute(-90)))
                .setWindowFrom(minute(-360))
                .setWindowTo(START)
                .setReports(42)
                .setExpected(3.25)
                .setPeople(40)
                .setNumbers(39)
                .setRegions(
                        List.of(new RegionCount("UA-32", 30L, 2.0, null), new RegionCount("UA-18", 12L, 1.25, null)))
                .setFeatures(List.of(new CodeCount("appeal-to-us", 35L)))
                .setLeadingNumbers(List.of(new CodeCount("+380441230000", 2L)))
                .setDoublingHours(new Interval(1.5, 1.0, 3.0))
                .setEValue(123456.789)
                .build();
    }
}
