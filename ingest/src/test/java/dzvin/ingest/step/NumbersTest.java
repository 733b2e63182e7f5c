package dzvin.ingest.step;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.Outcome;
import dzvin.ingest.Told;
import dzvin.schemas.avro.NumberKind;
import dzvin.schemas.avro.Report;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    private static Report inUkraine(String number) {
        return Told.call(number).ticking("threatens").accepted();
    }

    private static Report inAmerica(String number) {
        return ((Outcome.Accepted) Told.call(number).ticking("threatens").through(Told.american())).report();
    }

    @ParameterizedTest
    @CsvSource({
        "+380441234567,        +380441234567, UA",
        "044 123-45-67,        +380441234567, UA",
        "(067) 123 45 67,      +380671234567, UA",
        "380671234567,         +380671234567, UA",
        "8 067 123 45 67,      +380671234567, UA",
        "00380671234567,       +380671234567, UA",
        "０６７１２３４５６７,    +380671234567, UA",
        "+7 916 123-45-67,     +79161234567,  RU",
        "79161234567,          +79161234567,  RU",
        "+48 22 123 45 67,     +48221234567,  PL",
        "0048 22 123 45 67,    +48221234567,  PL",
        "+1 (202) 555-0143,    +12025550143,  US",
        "tel:+380441234567,    +380441234567, UA",
    })
    void aNumberThatCanBeDialledGetsItsInternationalForm(String told, String number, String country) {
        var report = inUkraine(told);

        assertThat(report.getNumberKind()).isEqualTo(NumberKind.E164);
        assertThat(report.getNumber()).isEqualTo(number);
        assertThat(report.getNumberCountry()).isEqualTo(country);
    }

    @Property(tries = 2_000, seed = "20250627")
    void anAmericanNumberOfDigitsAloneIsWhatItIsWithItsCountryCode(
            @ForAll @LongRange(min = 2_000_000_000L, max = 9_999_999_999L) long number) {
        var plain = inAmerica(Long.toString(number));
        var international = inAmerica("+1" + number);

        assertThat(plain.getNumberKind()).isEqualTo(international.getNumberKind());
        assertThat(plain.getNumber()).isEqualTo(international.getNumber());
        assertThat(plain.getNumberCountry()).isEqualTo(international.getNumberCountry());
    }

    @ParameterizedTest
    @CsvSource({
        "202-555-0143,     +12025550143",
        "1-202-555-0143,   +12025550143",
        "12025550143,      +12025550143",
        "1-800-FLOWERS,    +18003569377",
        "800 GOOG-411,     +18004664411",
        "202-555-0143 x12, +12025550143",
    })
    void anAmericanNumberMayBeSpeltInLettersOrWithAnExtension(String told, String number) {
        assertThat(inAmerica(told).getNumber()).isEqualTo(number);
        assertThat(inAmerica(told).getNumberKind()).isEqualTo(NumberKind.E164);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "withheld",
                "Anonymous",
                "PRIVATE NUMBER",
                "No Caller ID",
                "unknown",
                "Прихований номер",
                "приховано",
                "номер не визначився",
                "Скрытый номер",
                "не определился",
                "Без номера",
                "неизвестный"
            })
    void aNumberThatWasNotShownIsWithheldInWhateverWords(String told) {
        var report = inUkraine(told);

        assertThat(report.getNumberKind()).isEqualTo(NumberKind.WITHHELD);
        assertThat(report.getNumber()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"102", "3700", "7777", "*100#", "911911"})
    void threeToSixDigitsAreAShortCode(String told) {
        assertThat(inUkraine(told).getNumberKind()).isEqualTo(NumberKind.SHORT_CODE);
        assertThat(inUkraine(told).getNumber()).isEqualTo(told);
    }

    @Test
    void aSendersNameIsTheSameInWhateverCase() {
        assertThat(inUkraine("PrivatBank").getNumber())
                .isEqualTo(inUkraine("PRIVATBANK").getNumber())
                .isEqualTo("PRIVATBANK");
        assertThat(inUkraine("Нова пошта").getNumberKind()).isEqualTo(NumberKind.ALPHANUMERIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "9999999999999999999", "12", "044 123 45 6"})
    void aNumberThatCannotExistIsKeptAsItsDigits(String told) {
        assertThat(inUkraine(told).getNumberKind()).isEqualTo(NumberKind.IMPOSSIBLE);
        assertThat(inUkraine(told).getNumber()).isEqualTo(told.replace(" ", ""));
    }

    @Test
    void aRemarkInTheNumbersPlaceSaysNothingOfTheNumber() {
        assertThat(inUkraine("я не пам'ятаю його зовсім").getNumberKind()).isEqualTo(NumberKind.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "+38067123xxxx.k3f9ab2, E164, UA",
        "+1470335xxxx.1,        E164, US",
        "706114xxxxxxxx.0,      IMPOSSIBLE, ",
        "999xxxx.t,             IMPOSSIBLE, ",
    })
    void aMaskedNumberStaysAsItIsSoThatItsBlockIsSeen(String told, NumberKind kind, String country) {
        var report = inAmerica(told);

        assertThat(report.getNumber()).isEqualTo(told);
        assertThat(report.getNumberKind()).isEqualTo(kind);
        assertThat(report.getNumberCountry()).isEqualTo(country);
    }

    @Property(seed = "20250627")
    void normalisingTwiceIsNormalisingOnce(@ForAll @NotBlank @StringLength(max = 40) String told) {
        var printable = told.replaceAll("\\p{Cntrl}", "");
        var once = new Numbers("UA").caller(Told.call(printable).raw());
        var twice = new Numbers("UA").caller(Told.call(once.number()).raw());

        assertThat(twice.number()).isEqualTo(once.number());
    }

    @Property(seed = "20250627")
    void aNumberInDigitsIsNormalisedOnceAndForAll(@ForAll long digits) {
        var once = new Numbers("UA")
                .caller(Told.call(Long.toUnsignedString(digits)).raw());
        var twice = new Numbers("UA").caller(Told.call(once.number()).raw());

        assertThat(twice).isEqualTo(once);
    }
}
