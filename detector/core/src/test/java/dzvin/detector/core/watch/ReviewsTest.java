package dzvin.detector.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.view.ViewKey;
import org.junit.jupiter.api.Test;

class ReviewsTest {
    @Test
    void eachKeyIsToldOnceItsTimeHasCome() {
        var reviews = new Reviews();
        reviews.set(key("a"), 30);
        reviews.set(key("b"), 24);
        reviews.set(key("c"), 24);

        assertThat(reviews.due(23)).isEmpty();
        assertThat(reviews.due(24)).containsExactly(key("b"), key("c"));
        assertThat(reviews.due(24)).isEmpty();
        reviews.set(key("b"), 26);
        assertThat(reviews.due(48)).containsExactly(key("b"), key("a"));
    }

    private static ViewKey key(String text) {
        return new ViewKey("number", text);
    }
}
