package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CauseOfTest {
    @Test
    void aCauseIsFoundUnderItsWrappings() {
        var cause = new IllegalStateException("inside");

        assertThat(CauseOf.type(IllegalStateException.class, new RuntimeException(new RuntimeException(cause))))
                .contains(cause);
    }

    @Test
    void aChainThatGoesRoundInACircleEnds() {
        var one = new RuntimeException();
        var other = new RuntimeException(one);
        one.initCause(other);

        assertThat(CauseOf.type(IllegalStateException.class, one)).isEmpty();
    }
}
