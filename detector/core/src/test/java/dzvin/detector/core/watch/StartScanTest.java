package dzvin.detector.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.TestPolicies;
import dzvin.detector.core.baseline.Exposure;
import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.Digest;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.Dimension;
import dzvin.detector.core.view.View;
import dzvin.detector.core.view.ViewKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One region hour by hour, in a stream that brings five others an hour: when it begins to surge. */
class StartScanTest {
    private static final ViewKey REGION = new ViewKey("region", "region=R1");
    private static final int QUIET = 40 * 24;
    private static final int END = QUIET + 40;
    private static final long FIRST_HOUR = 20_000 * 24L;

    private long people;

    @Test
    @DisplayName(
            "after a campaign's end what the key brings since is found, though the campaign fills most of the week that is looked back on")
    void afterAnEnd() {
        // Two a day as usual; a burst that a campaign told of; from its end on four more a day.
        var surges = surges(
                hour -> (hour % 12 == 3 ? 1 : 0)
                        + (hour >= QUIET && hour < QUIET + 10 ? 4 : 0)
                        + (hour >= END && hour % 6 == 1 ? 1 : 0),
                Duration.ofHours(48),
                List.of(Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(7)));

        var next = surges.stream()
                .filter(surge -> surge.since() >= FIRST_HOUR + END)
                .findFirst()
                .orElseThrow();
        assertThat(next.from()).isGreaterThanOrEqualTo(FIRST_HOUR + END);
        assertThat(next.since()).isLessThan(FIRST_HOUR + END + 4 * 24);
    }

    @Test
    @DisplayName(
            "no more of the past is looked at than the longest scale: two at once every twelve hours do not ring at scales of hours")
    void shortScales() {
        var surges = surges(
                hour -> hour == 5 ? 1 : hour >= QUIET && hour % 12 == 3 ? 2 : 0,
                Duration.ofDays(7),
                List.of(Duration.ofHours(1), Duration.ofHours(6)));

        assertThat(surges).isEmpty();
    }

    private List<Surge> surges(IntUnaryOperator counts, Duration learnAfter, List<Duration> scales) {
        var policy = hourly(learnAfter, scales);
        var stream = new Exposure(policy);
        stream.begin(FIRST_HOUR);
        var samples = new Samples(TimeGrid.of(policy.bucket()), FIRST_HOUR, Tables.ofOneRun());
        var watch = new Watch(policy, stream, samples, Tables.ofOneRun());
        var surges = new ArrayList<Surge>();
        for (int i = 0; i < QUIET + 12 * 24; i++) {
            long hour = FIRST_HOUR + i;
            int count = counts.applyAsInt(i);
            watch.take(new KeyCell(Watch.ALL, hour, cell(5 + count, hour)));
            if (count > 0) {
                watch.take(new KeyCell(REGION, hour, cell(count, hour)))
                        .surge()
                        .filter(surge -> surge.since() == hour)
                        .ifPresent(surges::add);
            }
            watch.endHour(hour);
            if (i == END - 1) {
                watch.told(REGION, hour);
            }
            stream.nextHour();
        }
        return surges;
    }

    private Cell cell(int count, long hour) {
        Cell all = null;
        for (int i = 0; i < count; i++) {
            people++;
            var digest = new Digest(
                    "r" + people,
                    hour * TimeGrid.HOUR_MILLIS,
                    OptionalLong.empty(),
                    Optional.empty(),
                    Optional.of("R1"),
                    List.of("f"),
                    Optional.empty());
            var one = Cell.of(people * 0x9e3779b97f4a7c15L, digest);
            all = all == null ? one : all.merge(one);
        }
        return all;
    }

    private static Policy hourly(Duration learnAfter, List<Duration> scales) {
        var standard = TestPolicies.watching(new View(List.of(Dimension.REGION)), new View(List.of(Dimension.FEATURE)));
        return TestPolicies.hourly(standard, learnAfter, scales);
    }
}
