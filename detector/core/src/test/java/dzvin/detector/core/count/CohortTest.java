package dzvin.detector.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CohortTest {
    private final Cohort cohort = new Cohort();
    private final Set<String> told = new HashSet<>();
    private final List<List<String>> tellings = new ArrayList<>();

    @Test
    void theFirstIsThatOfTheTextsThatStayed() {
        List.of("c", "a", "b").forEach(cohort::add);
        cohort.remove("a");

        assertThat(cohort.first(text -> !text.equals("a"), told::addAll)).isEqualTo("b");
    }

    @Test
    void whoIsAskedAboutWasToldBefore() {
        for (int i = 0; i < 1_000; i++) {
            cohort.add("key-" + i);
        }

        cohort.first(text -> told.contains(text), told::addAll);

        assertThat(cohort.size()).isEqualTo(1_000);
        assertThat(told).hasSize(1_000);
    }

    @Test
    void thoseThatComeFirstNextAreToldManyAtATime() {
        for (int i = 0; i < 1_000; i++) {
            cohort.add(String.format("key-%03d", i));
        }
        first();
        tellings.clear();

        for (int i = 0; i < 640; i++) {
            var first = first();
            assertThat(first).isEqualTo(String.format("key-%03d", i));
            cohort.remove(first);
        }

        assertThat(tellings)
                .hasSize(9)
                .allSatisfy(next -> assertThat(next).hasSize(64).isSorted());
    }

    private String first() {
        return cohort.first(text -> true, tellings::add);
    }
}
