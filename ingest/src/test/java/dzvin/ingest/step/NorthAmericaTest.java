package dzvin.ingest.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered by the first six digits is what the library says of each number. */
class NorthAmericaTest {
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final NorthAmerica NUMBERS = new NorthAmerica();

    @Property(tries = 3_000, seed = "20250627")
    void theFirstSixDigitsSayOfWhichCountryANumberIs(
            @ForAll @IntRange(min = 200_000, max = 999_999) int prefix,
            @ForAll @IntRange(max = 9_999) int one,
            @ForAll @IntRange(max = 9_999) int other) {
        agrees(prefix, one);
        agrees(prefix, other);
        agrees(prefix, 0);
        agrees(prefix, 9_999);
    }

    /** In the library's tables some of these are listed down to the seventh digit. */
    @Property(tries = 1_000, seed = "20250627")
    void soDoThoseOfSmallCountries(
            @ForAll @IntRange(max = 999) int exchange,
            @ForAll @IntRange(max = 9_999) int one,
            @ForAll @IntRange(max = 9_999) int other) {
        for (int area :
                new int[] {204, 242, 246, 264, 268, 305, 441, 473, 500, 658, 721, 787, 800, 809, 876, 900, 983}) {
            agrees(area * 1_000 + exchange, one);
            agrees(area * 1_000 + exchange, other);
        }
    }

    @ParameterizedTest
    @CsvSource({"2025550143, US", "4165550143, CA", "2465210123, BB", "2015550123, US"})
    void wellKnownNumbers(String whole, String country) {
        assertThat(NUMBERS.caller(whole).number()).isEqualTo("+1" + whole);
        assertThat(NUMBERS.caller(whole).country()).isEqualTo(country);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "202555014", "20255501430", "1202555014", "0202555014", "202555014x", "٢٠٢٥٥٥٠١٤٣"})
    void whatIsNoWholeNumberIsLeftToTheLibrary(String told) {
        assertThat(NorthAmerica.isWhole(told)).isFalse();
    }

    private static void agrees(int prefix, int rest) {
        long number = prefix * 10_000L + rest;
        var country = PHONES.getRegionCodeForNumber(
                new PhoneNumber().setCountryCode(1).setNationalNumber(number));
        assertThat(NUMBERS.caller(Long.toString(number)).country())
                .as("country of %d", number)
                .isEqualTo(country == null ? "" : country);
    }
}
