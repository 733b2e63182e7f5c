package dzvin.detector.core;

import static dzvin.detector.core.Reports.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.count.PartitionCounts;
import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.policy.PolicyReader;
import dzvin.detector.core.state.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectorTest {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long START = Duration.ofDays(20_000).toMillis();
    private static final int CALM_HOURS = 3 * 24;
    private static final int WAVE = 200;
    private static final Policy POLICY =
            PolicyReader.read("test.yaml", "baseline: {learnAfter: 12h, grey: 1d}\nscales: [15m, 1h, 6h]\n");

    @Test
    void aWaveRingsAndEndsInSilence() {
        var detector = new Detector(POLICY, Labels.codes(), 4);
        var decisions = new ArrayList<Decision>();
        calm(detector, decisions);
        wave(detector, decisions);

        decisions.addAll(detector.finish());

        assertThat(kinds(decisions)).contains(CampaignAlert.Kind.RAISED, CampaignAlert.Kind.RESOLVED);
        assertThat(detector.counts()).isEqualTo(new PartitionCounts(CALM_HOURS + WAVE, CALM_HOURS + WAVE, 0, 0));
    }

    @Test
    void decisionsAreTheSameHoweverManyMergersThereAre() {
        assertThat(decisions(4, 3)).isEqualTo(decisions(4, 1));
    }

    @Test
    void decisionsAreTheSameHoweverManySourcePartitionsThereAre() {
        assertThat(decisions(1, 1)).isEqualTo(decisions(5, 2));
    }

    @Test
    void nothingReadIsNothingDecided() {
        assertThat(new Detector(POLICY, Labels.codes(), 4).finish()).isEmpty();
    }

    private static List<Decision> decisions(int partitions, int mergers) {
        var detector = new Detector(POLICY, Labels.codes(), partitions, mergers, stage -> Tables.inMemory());
        var decisions = new ArrayList<Decision>();
        calm(detector, decisions);
        wave(detector, decisions);
        decisions.addAll(detector.finish());
        assertThat(decisions).isNotEmpty();
        return decisions;
    }

    private static void calm(Detector detector, List<Decision> decisions) {
        for (int hour = 0; hour < CALM_HOURS; hour++) {
            take(detector, hour, START + hour * HOUR, "other", decisions);
        }
    }

    private static void wave(Detector detector, List<Decision> decisions) {
        long start = START + CALM_HOURS * HOUR;
        for (int i = 0; i < WAVE; i++) {
            take(detector, 1_000_000 + i, start + i * HOUR / 40, "appeal-to-us", decisions);
        }
    }

    private static void take(Detector detector, int i, long at, String feature, List<Decision> decisions) {
        var report = aReport("r" + i, at)
                .from("UA-" + i % 7)
                .saying(feature)
                .byNumber("+38044" + (1_000_000 + i * 7_919L % 9_000_000))
                .reportedBy("p" + i)
                .build();
        decisions.addAll(detector.heartbeat(at));
        decisions.addAll(detector.take(report));
    }

    private static List<CampaignAlert.Kind> kinds(List<Decision> decisions) {
        return decisions.stream()
                .filter(CampaignAlert.class::isInstance)
                .map(decision -> ((CampaignAlert) decision).kind())
                .toList();
    }
}
