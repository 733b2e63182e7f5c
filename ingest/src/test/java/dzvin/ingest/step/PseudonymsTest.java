package dzvin.ingest.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dzvin.ingest.RawReport.Field;
import dzvin.ingest.Told;
import dzvin.schemas.Secret;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PseudonymsTest {
    private final Pseudonyms pseudonyms = new Pseudonyms(Told.KEY, "UA");

    private String of(String contact) {
        return pseudonyms.pseudonym(Told.nothing().with(Field.REPORTER, contact).raw());
    }

    @ParameterizedTest
    @CsvSource({
        "+38 067 123-45-67,  0671234567",
        "380671234567,       tel:+380671234567",
        "Olena@Example.ORG,  olena@example.org",
        "Olena <o@ex.org>,   mailto:o@ex.org",
        "Олена К.,           ОЛЕНА  К.",
    })
    void onePersonInTwoSpellingsIsOne(String one, String other) {
        assertThat(of(one)).isEqualTo(of(other));
    }

    @Test
    void twoPeopleAreTwo() {
        assertThat(of("0671234567")).isNotEqualTo(of("0671234568"));
    }

    @Test
    void aPseudonymIsAMarkOfTheKeyAnd128Bits() {
        assertThat(of("0671234567")).matches("[0-9a-f]{6}-[0-9a-f]{32}");
    }

    @Test
    void anotherKeyGivesAnotherPseudonymWithAnotherMark() {
        var other = new Pseudonyms(new Secret("another key that only tests use"), "UA");

        var pseudonym = other.pseudonym(
                Told.nothing().with(Field.REPORTER, "0671234567").raw());

        assertThat(pseudonym.substring(0, 6)).isNotEqualTo(of("0671234567").substring(0, 6));
        assertThat(pseudonym.substring(7)).isNotEqualTo(of("0671234567").substring(7));
    }

    @Test
    void noContactIsNoPseudonym() {
        assertThat(pseudonyms.pseudonym(Told.nothing().raw())).isEmpty();
        assertThat(of(" ")).isEmpty();
    }

    @Test
    void aKeyThatCouldBeGuessedIsRefusedWithoutBeingShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pseudonyms(new Secret("tooshort"), "UA"))
                .withMessageContaining("16")
                .withMessageNotContaining("tooshort");
    }

    @Property(seed = "20250627")
    void aPseudonymNeverHoldsTheContact(
            @ForAll @AlphaChars @NumericChars @StringLength(min = 7, max = 40) String contact) {
        assertThat(of(contact)).doesNotContain(contact).doesNotContain(contact.toLowerCase(Locale.ROOT));
    }
}
