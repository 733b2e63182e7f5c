package dzvin.detector.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.view.ViewKey;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CohortTest {
    /** Whoever comes, leaves and comes again, before anybody asks for an order and after. */
    @Property(tries = 200, seed = "20261127")
    void itHasThoseThatCameAndDidNotLeave(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 2_000) int steps,
            @ForAll @IntRange(max = 3) int asked) {
        var random = new Random(seed);
        var cohort = new Cohort();
        var model = new TreeSet<ViewKey>();
        for (int i = 0; i < steps; i++) {
            var key = key(random.nextInt(1 + random.nextInt(400)));
            if (model.add(key)) {
                cohort.add(key);
            } else {
                model.remove(key);
                cohort.remove(key);
            }
            if (random.nextInt(500) < asked && !model.isEmpty()) {
                assertThat(cohort.first()).isEqualTo(model.first());
            }
            assertThat(cohort.size()).isEqualTo(model.size());
        }

        assertThat(cohort.parts())
                .allSatisfy(part -> assertThat(part).hasSizeBetween(1, 64))
                .flatExtracting(part -> part)
                .containsExactlyInAnyOrderElementsOf(model);
    }

    private static ViewKey key(int number) {
        return new ViewKey("number", "number=+" + number);
    }
}
