package dzvin.sink.console;

import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.AlertKind;
import dzvin.schemas.avro.Campaign;
import dzvin.schemas.avro.CodeCount;
import dzvin.schemas.avro.Evidence;
import dzvin.schemas.avro.Interval;
import dzvin.schemas.avro.Onset;
import dzvin.schemas.avro.RegionCount;
import dzvin.schemas.avro.SeriesPoint;
import dzvin.schemas.avro.Stage;
import dzvin.sink.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A made-up week for looking at the console: nothing in it is anybody's report. */
final class PreviewCampaigns {
    private static final int HOURS = 120;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);

    Campaign mass() {
        return campaign("mass", Stage.MASS, wide())
                .setSummaryUk(
                        "З 10 липня 08:00 у 6 областях 214 людей повідомили про дзвінки від імені російських органів із вимогою звернутися до США — у 9,6 раза більше, ніж зазвичай; кількість подвоюється кожні 5 годин.")
                .setSummaryEn(
                        "Since 10 July 08:00, 214 people in 6 regions have reported callers who claim to speak for Russian state bodies and press for an appeal to the United States: 9.6 times as many as usual, doubling every 5 hours.")
                .build();
    }

    Campaign spreading() {
        var evidence = Evidence.newBuilder(wide())
                .setReports(31)
                .setExpected(6.4)
                .setPeople(29)
                .setRegions(List.of(new RegionCount("UA-51", 19L, 3.0, null), new RegionCount("UA-48", 12L, 3.4, null)))
                .setFeatures(List.of(new CodeCount("bank-fraud", 28L), new CodeCount("asks-for-data", 22L)))
                .setDoublingHours(null)
                .build();
        return campaign("spreading", Stage.SPREADING, evidence)
                .setSummaryUk("У двох областях 29 людей повідомили про дзвінки нібито з банку.")
                .setSummaryEn("29 people in two regions have reported callers who claim to be their bank.")
                .build();
    }

    Campaign american() {
        var evidence = Evidence.newBuilder(wide())
                .setRegions(List.of(
                        new RegionCount("US-CA", 60L, 40.0, null),
                        new RegionCount("US-TX", 44L, 9.0, null),
                        new RegionCount("US-FL", 30L, 2.0, null),
                        new RegionCount("US-NY", 12L, 6.0, null)))
                .setFeatures(List.of(new CodeCount("warranty", 120L)))
                .build();
        return campaign("american", Stage.EMERGING, evidence)
                .setSummaryUk("Хвиля дзвінків про гарантію на авто.")
                .setSummaryEn("A wave of calls about vehicle warranties.")
                .build();
    }

    Campaign ended() {
        return campaign("ended", Stage.ENDED, Samples.evidence())
                .setSummaryUk("Хвиля завершилася.")
                .setSummaryEn("The wave is over.")
                .build();
    }

    /** Every text of it is an attack on the page. */
    Campaign hostile() {
        var attack = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
        var evidence = Evidence.newBuilder(Samples.evidence())
                .setFeatures(List.of(new CodeCount(attack, 5L)))
                .setRegions(List.of(new RegionCount(attack, 5L, 1.0, null)))
                .setLeadingNumbers(List.of(new CodeCount(attack, 2L)))
                .setFamilies(List.of(new CodeCount("javascript:alert(1)", 2L)))
                .build();
        return campaign("hostile", Stage.SUBSIDING, evidence)
                .setSummaryUk(attack)
                .setSummaryEn(attack)
                .build();
    }

    List<Alert> alerts() {
        return List.of(
                alert(
                        1,
                        AlertKind.RAISED,
                        null,
                        Stage.EMERGING,
                        40,
                        "Уперше помічено у двох областях.",
                        "First seen in two regions."),
                alert(
                        2,
                        AlertKind.ESCALATED,
                        Stage.EMERGING,
                        Stage.SPREADING,
                        28,
                        "Тепер у чотирьох областях.",
                        "Now in four regions."),
                alert(
                        3,
                        AlertKind.ESCALATED,
                        Stage.SPREADING,
                        Stage.MASS,
                        9,
                        "Кампанія стала масовою.",
                        "The campaign has become a mass effort."),
                alert(
                        4,
                        AlertKind.UPDATED,
                        Stage.MASS,
                        Stage.MASS,
                        1,
                        "Додалася Одеська область.",
                        "Odesa region has joined."));
    }

    private Evidence wide() {
        return Evidence.newBuilder()
                .setOnset(new Onset(hoursAgo(46), hoursAgo(52), hoursAgo(43)))
                .setWindowFrom(hoursAgo(24))
                .setWindowTo(now)
                .setReports(231)
                .setExpected(24.1)
                .setPeople(214)
                .setNumbers(226)
                .setWithheld(17)
                .setEffectiveRegions(4.4)
                .setCalledLongAgo(0.04)
                .setRegions(List.of(
                        new RegionCount("UA-32", 71L, 4.2, null),
                        new RegionCount("UA-18", 52L, 3.0, null),
                        new RegionCount("UA-53", 41L, 5.1, null),
                        new RegionCount("UA-46", 33L, 6.8, null),
                        new RegionCount("UA-30", 21L, 2.0, null),
                        new RegionCount("UA-51", 13L, 3.0, null)))
                .setFeatures(List.of(
                        new CodeCount("claims-russian-official", 208L),
                        new CodeCount("appeal-to-us", 190L),
                        new CodeCount("ukraine-refuses-return", 151L),
                        new CodeCount("recorded-voice", 12L)))
                .setFamilies(List.of(new CodeCount("7", 180L)))
                .setLeadingNumbers(List.of(new CodeCount("+380441230000", 2L), new CodeCount("+12025550000", 2L)))
                .setDoublingHours(new Interval(5.2, 3.9, 7.8))
                .setEValue(4.2e11)
                .build();
    }

    private Campaign.Builder campaign(String name, Stage stage, Evidence evidence) {
        return Campaign.newBuilder()
                .setId(Samples.id(name))
                .setRevision(12)
                .setStage(stage)
                .setRaisedAt(hoursAgo(40))
                .setStageSince(hoursAgo(9))
                .setUpdatedAt(now)
                .setEvidence(evidence)
                .setTotalReports(evidence.getReports() * 2)
                .setSeries(series());
    }

    private List<SeriesPoint> series() {
        var random = new Random(7);
        var series = new ArrayList<SeriesPoint>();
        for (int hour = HOURS; hour > 0; hour--) {
            var at = hoursAgo(hour);
            double expected = 1 + 0.8 * Math.sin((hour % 24) / 24.0 * 2 * Math.PI);
            double surge = hour > 46 ? 0 : 14.0 / (1 + Math.exp((hour - 16) / 6.0));
            series.add(new SeriesPoint(at, Math.round((expected + surge) * random.nextDouble(0.4, 1.6)), expected));
        }
        return series;
    }

    private Alert alert(int number, AlertKind kind, Stage before, Stage after, int hoursAgo, String uk, String en) {
        return Alert.newBuilder()
                .setId(Samples.id("preview-" + number))
                .setCampaign(Samples.id("mass"))
                .setKind(kind)
                .setStage(after)
                .setPreviousStage(before)
                .setAt(hoursAgo(hoursAgo))
                .setEvidence(wide())
                .setSummaryUk(uk)
                .setSummaryEn(en)
                .build();
    }

    private Instant hoursAgo(int hours) {
        return now.minus(Duration.ofHours(hours));
    }
}
