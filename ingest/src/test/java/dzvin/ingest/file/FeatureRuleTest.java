package dzvin.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.avro.RejectionReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureRuleTest {
    private static final String HEADER = "phone,when,words,x\n1,2025-07-02 10:00:00,a,";

    private static ReportFile row(String cell, String rule) {
        return Sample.csv(HEADER + cell + "\n", Sample.MAPPING + "features:\n  - column: x\n" + rule.indent(4));
    }

    private static List<String> features(String cell, String rule) {
        return Sample.reports(row(cell, rule)).get(0).features();
    }

    @Test
    void aValueInTheTableIsItsFeatureWhateverItsCase() {
        assertThat(features("MONEY", "values: {Money: asks-for-money}")).containsExactly("asks-for-money");
    }

    @Test
    void aValueOutsideTheTableSaysNothingWithoutAPrefix() {
        assertThat(features("other", "values: {money: asks-for-money}")).isEmpty();
    }

    @Test
    void aPrefixTakesTheSlugOfAnyValueButThoseIgnored() {
        assertThat(features("Warranties  & protection plans", "prefix: subject-"))
                .containsExactly("subject-warranties-protection-plans");
        assertThat(features("None given", "prefix: subject-\nignore: none given"))
                .isEmpty();
    }

    @Test
    void aLongSlugIsCutAtAWord() {
        assertThat(FeatureRule.slug("subject-", "Calls pretending to be government, businesses, or family and friends"))
                .isEqualTo("subject-calls-pretending-to-be-government-businesses-or-family")
                .hasSizeLessThanOrEqualTo(64);
        assertThat(FeatureRule.slug("", "a".repeat(70))).hasSize(64);
    }

    @Test
    void yesInAnyOfItsSpellingsIsTheFeatureAndNoIsNot() {
        assertThat(List.of("Y", "yes", "1", "TRUE", "так", "да"))
                .allSatisfy(yes -> assertThat(features(yes, "whenYes: robot")).containsExactly("robot"));
        assertThat(List.of("N", "no", "0", "false", "ні", "нет", ""))
                .allSatisfy(no -> assertThat(features(no, "whenYes: robot")).isEmpty());
    }

    @Test
    void aCellThatIsNeitherYesNorNoAndAValueWithoutASlugAreRefused() {
        for (var file : List.of(row("maybe", "whenYes: robot"), row("гроші", "prefix: asks-"))) {
            assertThat(Sample.refused(file))
                    .extracting(refused -> refused.rejection().reason())
                    .containsExactly(RejectionReason.BAD_FEATURE);
        }
    }

    @Test
    void aCellCanHoldSeveralValues() {
        assertThat(features("money | data", "values: {money: asks-for-money, data: asks-for-data}\nseparator: '|'"))
                .containsExactly("asks-for-money", "asks-for-data");
    }
}
