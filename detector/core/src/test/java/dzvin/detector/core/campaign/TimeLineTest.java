package dzvin.detector.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.decide.CampaignSnapshot.SeriesPoint;
import dzvin.detector.core.time.TimeGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Hours told anew take the place of what was told of them before. */
class TimeLineTest {
    private static final long LOOK_BACK = 50;
    private static final long KEPT = 300;

    @Property(tries = 200, seed = "20250627")
    void itIsWhatAMapByTheHourWouldBe(@ForAll long seed) {
        var random = new Random(seed);
        var plain = new TreeMap<Long, SeriesPoint>();
        var line = new TimeLine();
        long now = 1_000;
        for (int look = 0; look < 60; look++) {
            now += random.nextBoolean() ? 0 : random.nextInt(100);
            var steps = steps(now, random);
            line.retell(steps);
            line.forgetBefore((now - KEPT) * TimeGrid.HOUR_MILLIS);
            for (Onsets.Step step : steps) {
                long at = step.hour() * TimeGrid.HOUR_MILLIS;
                plain.put(at, new SeriesPoint(at, StrictMath.round(step.count()), step.expected()));
            }
            plain.headMap((now - KEPT) * TimeGrid.HOUR_MILLIS).clear();

            assertThat(line.points()).containsExactlyElementsOf(plain.values());
            assertThat(line.size()).isEqualTo(plain.size());
        }
    }

    private static List<Onsets.Step> steps(long now, Random random) {
        var steps = new ArrayList<Onsets.Step>();
        for (long hour = now - LOOK_BACK; hour <= now; hour++) {
            steps.add(new Onsets.Step(hour, 10 * random.nextDouble(), random.nextDouble()));
        }
        return steps;
    }
}
