package dzvin.detector.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"+1", "+12025550123", "+380441234567", "+999999999999999999"})
    void aPlusSignAndDigitsComeBackAsTheyWere(String number) {
        assertThat(PackedNumber.text(PackedNumber.of(number))).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "+0",
                "+0441234567",
                "+1202555xxxx",
                "+1202555xxxx.7f",
                "12025550123",
                "102",
                "*100#",
                "BANK",
                "+1 2",
                "+٣٤",
                "+1234567890123456789"
            })
    void whatIsWrittenInAnotherWayIsNotPacked(String number) {
        assertThat(PackedNumber.of(number)).isEqualTo(PackedNumber.NONE);
    }

    @Test
    void noTwoNumbersArePackedAlike() {
        assertThat(PackedNumber.of("+12")).isNotEqualTo(PackedNumber.of("+120"));
    }
}
