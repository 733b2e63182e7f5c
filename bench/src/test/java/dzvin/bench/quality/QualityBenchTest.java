package dzvin.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class QualityBenchTest {
    @Test
    void aPlantedCampaignOfFreshNumbersIsFoundAndDated() {
        var shape = new Plant.Shape("small", 20, 200, 6, 1, List.of("new"));

        var outcome = CampaignTrial.run(shape, StreamShape.overdispersed(8, 3, 60), 1, 5);

        assertThat(outcome.delay().orElseThrow()).isBetween(0.0, 48.0);
        assertThat(Math.abs(outcome.onsetError().orElseThrow())).isLessThanOrEqualTo(24);
        assertThat(outcome.massUndue()).isFalse();
    }

    @Test
    void aQuietStreamRingsNoMoreThanItsBudgetAllows() {
        var outcome = NullTrial.run(StreamShape.overdispersed(8, 3, 60), 1, 6, 1);

        assertThat(outcome.rate().low()).isLessThanOrEqualTo(1);
    }

    @Test
    void theIntervalOfARateIsGarwoods() {
        var rate = new Rate(10, 1);

        assertThat(rate.low()).isCloseTo(4.80, within(0.02));
        assertThat(rate.high()).isCloseTo(18.39, within(0.02));
    }

    @Test
    void simulatedCountsHaveTheMeanAndVarianceOfTheirScenario() {
        var scenario = Scenario.all().get(12);
        double sum = 0;
        double squares = 0;
        int draws = 0;
        for (int replicate = 0; replicate < 300; replicate++) {
            int count = WeeklySeries.of(scenario, 2, replicate).counts()[100];
            sum += count;
            squares += (double) count * count;
            draws++;
        }
        double mean = sum / draws;

        assertThat(mean).isCloseTo(scenario.mean(101), within(0.1 * scenario.mean(101)));
        assertThat(squares / draws - mean * mean).isCloseTo(scenario.phi() * mean, within(0.3 * scenario.phi() * mean));
    }

    @Test
    void everyScenarioHasAlarmsOfEveryPeer() {
        PeerAlarms.read()
                .forEach((method, alarms) -> assertThat(alarms.keySet().stream()
                                .map(SeriesName::scenario)
                                .distinct())
                        .as(method)
                        .hasSize(42));
    }

    @Test
    void onWeeklySeriesOurStatisticFindsMoreThanEarsAtNoMoreFalseAlarms() {
        var bench = new WeeklyBench(1);
        var ears = find(bench.peers(), "C1");
        var best = bench.ours().stream()
                .filter(score -> score.falsePositives() <= ears.falsePositives())
                .mapToDouble(Score::detected)
                .max()
                .orElseThrow();

        assertThat(best).isGreaterThan(ears.detected());
    }

    private static Score find(List<Score> scores, String method) {
        return scores.stream()
                .filter(score -> score.method().equals(method))
                .findFirst()
                .orElseThrow();
    }
}
