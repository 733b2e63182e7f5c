package dzvin.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.Detector;
import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.policy.Policies;
import dzvin.detector.streams.LabelsForPeople;
import dzvin.detector.streams.avro.ReportCodec;
import dzvin.schemas.avro.Report;
import dzvin.standalone.replay.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What several policies say together is what each says alone, and scores are what they are called. */
class BacktestTest {
    private static final Instant BEGINS = Instant.parse("2025-06-01T00:00:00Z");
    private static final Instant WAVE = BEGINS.plus(Duration.ofDays(21));
    private static final List<Report> REPORTS = reports();

    @TempDir
    private Path folder;

    private static List<Report> reports() {
        var reports = new ArrayList<Report>();
        for (int i = 0; i < 21 * 24; i++) {
            reports.add(report("everyday-" + i, BEGINS.plus(Duration.ofHours(i)), i, "asks-for-money"));
        }
        for (int i = 0; i < 120; i++) {
            reports.add(report("wave-" + i, WAVE.plus(Duration.ofMinutes(4L * i)), i, "appeal-to-us"));
        }
        return reports;
    }

    private static Report report(String id, Instant at, int i, String feature) {
        return Report.newBuilder()
                .setId(id)
                .setReceivedAt(at)
                .setNumber("+38044" + (1_000_000 + i * 7919 % 900_000))
                .setRegion(List.of("UA-05", "UA-12", "UA-32", "UA-46", "UA-51", "UA-63")
                        .get(i % 6))
                .setGivenFeatures(List.of(feature))
                .setReporter("person-" + id)
                .build();
    }

    private static final class InMemory implements History {
        @Override
        public int partitions() {
            return 1;
        }

        @Override
        public End end() {
            return End.SILENCE;
        }

        @Override
        public void tell(Listener listener) {
            REPORTS.forEach(report -> listener.report(0, report));
        }

        @Override
        public void close() {}
    }

    private static Candidate candidate(String... settings) {
        var sweeps = Stream.of(settings).map(Sweep::of).toList();
        return Sweep.grid("ua", Policies.text("ua"), sweeps).get(0);
    }

    private static List<CampaignAlert> alone(Candidate candidate) {
        var detector = new Detector(candidate.policy(), new LabelsForPeople(), 1);
        var decisions = new ArrayList<>();
        REPORTS.forEach(report -> decisions.addAll(detector.take(0, ReportCodec.toCore(report))));
        decisions.addAll(detector.finish());
        return decisions.stream()
                .filter(CampaignAlert.class::isInstance)
                .map(CampaignAlert.class::cast)
                .toList();
    }

    @Test
    void eachPolicySaysWhatItSaysAloneWhetherOrNotItCountsAlike() {
        var candidates = List.of(
                candidate(), candidate("stages.spreading.people=40"), candidate("bucket=15m"), candidate("grace=30m"));

        var result = new Backtest(candidates, report -> {}).run(new InMemory());

        assertThat(result.trials())
                .allSatisfy(trial -> assertThat(trial.alerts()).isNotEmpty().isEqualTo(alone(trial.candidate())));
        assertThat(result.counts().accepted()).isEqualTo(REPORTS.size());
        assertThat(result.weeks()).isBetween(3.0, 3.1);
    }

    @Test
    void aKnownCampaignIsFoundByItsReportsAndItsDelayIsFromTheFirstOfThem() throws IOException {
        var labels = Files.writeString(
                folder.resolve("labels.csv"),
                "id,campaign\nwave-0,the wave\nwave-1,the wave\nwave-2,the wave\nnever,another\n");
        var known = KnownCampaigns.read(labels, Instant::parse);

        var result = new Backtest(List.of(candidate()), known::hear).run(new InMemory());
        var score = Score.of(result.trials().get(0), known, result.weeks());

        var first = result.trials().get(0).alerts().get(0);
        assertThat(score.delays().get("the wave")).contains(Duration.between(WAVE, Instant.ofEpochMilli(first.at())));
        assertThat(score.delays().get("another")).isEmpty();
        assertThat(score.missed()).isEqualTo(1);
        assertThat(score.falseCampaigns()).isZero();
    }

    @Test
    void withoutAKnownCampaignEveryCampaignIsAStranger() {
        var result = new Backtest(List.of(candidate()), report -> {}).run(new InMemory());

        var score = Score.of(result.trials().get(0), KnownCampaigns.none(), 2);

        assertThat(score.campaigns()).isEqualTo(1);
        assertThat(score.falseAlarmsPerWeek()).isEqualTo(0.5);
    }

    @Test
    void twoPoliciesDifferAlertByAlert() {
        var result = new Backtest(List.of(candidate(), candidate("stages.spreading.people=40")), report -> {})
                .run(new InMemory());
        var one = result.trials().get(0);
        var other = result.trials().get(1);

        assertThat(Difference.between(one, one)).isEmpty();
        assertThat(Difference.between(one, other)).anySatisfy(difference -> {
            var earlier = difference.one().orElseThrow();
            var later = difference.other().orElseThrow();
            assertThat(earlier.stage()).isEqualTo(later.stage());
            assertThat(earlier.at()).isLessThan(later.at());
        });
    }
}
