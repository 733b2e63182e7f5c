package dzvin.detector.core;

import static dzvin.detector.core.Reports.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.decide.Share;
import dzvin.detector.core.decide.SurgeSignal;
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.policy.PolicyReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * I6 through the whole of core: a flood neither fills the memory nor hides a campaign. With {@code -Dflood=all} millions come within an hour, through a single
 * partition; give the tests' JVM a small heap then.
 */
class FloodedDetectorTest {
    private static final boolean ALL = "all".equals(System.getProperty("flood"));
    private static final int NUMBERS = ALL ? 10_000_000 : 150_000;
    private static final int REPORTS_OF_FEATURES = ALL ? 20_000 : 2_500;
    private static final int FEATURES = 16;

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long FLOOD = ALL ? HOUR : HOUR / 4;
    private static final long START = Duration.ofDays(20_000).toMillis();
    private static final int CALM_HOURS = 3 * 24;
    private static final int WAVE = 40;
    private static final String NUMBER = "+380441234567";
    private static final Policy POLICY = PolicyReader.read(
            "test.yaml", "dedupHorizon: 1h\nbaseline: {learnAfter: 12h, grey: 1d}\nscales: [15m, 1h, 6h]\n");

    @TempDir
    Path disk;

    private final List<Decision> decisions = new ArrayList<>();

    @Test
    void aFloodOfFreshNumbersIsForgottenBeyondTheBoundsAndHidesNoCampaign() throws IOException {
        try (var tables = new TablesWithADisk(disk)) {
            var detector = new Detector(POLICY, Labels.codes(), 1, 1, stage -> tables.of(stage));
            calm(detector);

            flood(detector, NUMBERS, FloodedDetectorTest::ofAFreshNumber);

            assertThat(detector.counts().counted()).isEqualTo(CALM_HOURS + NUMBERS + WAVE);
            assertThat(detector.forgottenKeys()).isPositive();
            assertThat(surging()).contains("feature=appeal-to-us", "number=" + NUMBER);
            assertThat(leadingFeatures()).contains("appeal-to-us");
        }
    }

    @Test
    void aFloodOfFreshFeaturesIsForgottenBeyondTheBoundsAndHidesNoCampaign() throws IOException {
        try (var tables = new TablesWithADisk(disk)) {
            var detector = new Detector(POLICY, Labels.codes(), 1, 1, stage -> tables.of(stage));
            calm(detector);

            flood(detector, REPORTS_OF_FEATURES, FloodedDetectorTest::ofFreshFeatures);

            assertThat(detector.forgottenKeys()).isPositive();
            assertThat(surging()).contains("feature=appeal-to-us");
            assertThat(leadingFeatures()).contains("appeal-to-us");
        }
    }

    /** What a flood's report says beside its number in the flood. */
    private interface Flood {
        Reports report(Reports report, int i);
    }

    private static Reports ofAFreshNumber(Reports report, int i) {
        return report.byNumber("+3805" + (10_000_000 + i));
    }

    private static Reports ofFreshFeatures(Reports report, int i) {
        var features = new String[FEATURES];
        for (int feature = 0; feature < FEATURES; feature++) {
            features[feature] = "made-up-" + i + "-" + feature;
        }
        return report.from("UA-" + i % 7).saying(features);
    }

    private void calm(Detector detector) {
        for (int hour = 0; hour < CALM_HOURS; hour++) {
            var report = aReport("calm" + hour, START + hour * HOUR)
                    .from("UA-" + hour % 7)
                    .saying("other")
                    .byNumber("+38044" + (1_000_000 + hour * 7_919L))
                    .reportedBy("calm" + hour);
            decisions.addAll(detector.take(report.build()));
        }
    }

    /** The flood, a wave evenly among it, and an hour of silence. */
    private void flood(Detector detector, int reports, Flood flood) {
        long start = START + CALM_HOURS * HOUR;
        int every = reports / WAVE;
        for (int i = 0; i < reports; i++) {
            long at = start + FLOOD * i / reports;
            var made = flood.report(aReport("r" + i, at), i).reportedBy("p" + i);
            decisions.addAll(detector.take(made.build()));
            if (i % every == every - 1) {
                decisions.addAll(detector.take(ofTheWave(i / every, at)));
            }
        }
        decisions.addAll(detector.heartbeat(start + FLOOD + HOUR));
    }

    private static Report ofTheWave(int i, long at) {
        return aReport("wave" + i, at)
                .from("UA-" + i % 3)
                .saying("appeal-to-us")
                .byNumber(NUMBER)
                .reportedBy("wave" + i)
                .build();
    }

    private Set<String> surging() {
        return signals().map(signal -> signal.key().text()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<SurgeSignal> signals() {
        return decisions.stream().filter(SurgeSignal.class::isInstance).map(SurgeSignal.class::cast);
    }

    /** What most reports say of each campaign that rang. */
    private List<String> leadingFeatures() {
        return decisions.stream()
                .filter(CampaignAlert.class::isInstance)
                .flatMap(alert ->
                        ((CampaignAlert) alert).evidence().features().stream().limit(1))
                .map(Share::code)
                .toList();
    }
}
