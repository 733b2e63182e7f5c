package dzvin.detector.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogGammaTest {
    @Test
    void ofAWholeNumberIsTheLogarithmOfAFactorial() {
        double factorial = 1;
        for (int n = 1; n <= 100; n++) {
            assertThat(LogGamma.of(n)).as("Γ(%d)", n).isCloseTo(StrictMath.log(factorial), within(1e-11));
            factorial *= n;
        }
    }

    @Test
    void ofHalvesIsKnownThroughTheSquareRootOfPi() {
        double halfLogPi = 0.5 * StrictMath.log(StrictMath.PI);

        assertThat(LogGamma.of(0.5)).isCloseTo(halfLogPi, within(1e-13));
        assertThat(LogGamma.of(1.5)).isCloseTo(halfLogPi - StrictMath.log(2), within(1e-13));
        assertThat(LogGamma.of(2.5)).isCloseTo(halfLogPi + StrictMath.log(0.75), within(1e-13));
    }

    @Test
    void growsByTheLogarithmOfItsArgumentFromOneStepToTheNext() {
        for (double x = 0.01; x < 1e6; x *= 1.7) {
            assertThat(LogGamma.of(x + 1) - LogGamma.of(x))
                    .as("at %s", x)
                    .isCloseTo(StrictMath.log(x), within(1e-12 * Math.max(1, LogGamma.of(x + 1))));
        }
    }

    @Test
    void isNotDefinedAtOrBelowNought() {
        assertThatThrownBy(() -> LogGamma.of(0)).hasMessage("ln Γ needs x > 0, got 0.0");
        assertThatThrownBy(() -> LogGamma.of(Double.NaN)).hasMessage("ln Γ needs x > 0, got NaN");
    }
}
