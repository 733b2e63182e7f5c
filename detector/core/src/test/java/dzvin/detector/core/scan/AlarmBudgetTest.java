package dzvin.detector.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AlarmBudgetTest {
    @Property(seed = "20250627")
    void sharesOfAllScalesOfAllKeysOfAllViewsAddUpToFourBudgetsHoweverManyKeysThereAre(
            @ForAll @DoubleRange(min = 0.01, max = 100) double budget,
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 1, max = 1_000_000) Long> keysOfViews,
            @ForAll @IntRange(min = 1, max = 9) int scales) {
        var alarms = new AlarmBudget(budget, keysOfViews.size(), scales);

        double sum = keysOfViews.stream()
                .mapToDouble(keys -> keys * scales * alarms.share(keys))
                .sum();

        assertThat(sum).isCloseTo(4 * budget, within(1e-9 * budget));
    }

    @Test
    void aViewWithoutAKeyYetSharesAsIfItHadOne() {
        assertThat(new AlarmBudget(1, 2, 5).share(0)).isEqualTo(0.4);
    }

    @Test
    void aBudgetOfNothingIsRefused() {
        assertThatThrownBy(() -> new AlarmBudget(0, 1, 1))
                .hasMessage("budget, views and looks must be above 0, got 0.0, 1, 1");
    }
}
