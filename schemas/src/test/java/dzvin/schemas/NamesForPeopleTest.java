package dzvin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesForPeopleTest {
    private final FeatureLabels features = FeatureLabels.shipped();
    private final RegionNames regions = RegionNames.shipped();

    @Test
    void aFeatureHasALabelInUkrainianAndInEnglish() {
        assertThat(features.label("recorded-voice", "uk")).isEqualTo("Записаний голос чи робот");
        assertThat(features.label("recorded-voice", "en")).isEqualTo("Recorded voice or robot");
    }

    @Test
    void aFeatureWithoutALabelIsShownByItsCode() {
        assertThat(features.label("asks-for-a-poem", "uk")).isEqualTo("asks-for-a-poem");
    }

    @Test
    void eachProfileTicksFeaturesOfItsOwnAndSharedOnes() {
        assertThat(features.ofProfile("ua"))
                .contains("appeal-to-us", "recorded-voice")
                .doesNotContain("irs");
        assertThat(features.ofProfile("us")).contains("irs", "recorded-voice").doesNotContain("appeal-to-us");
    }

    @Test
    void everyFeatureIsALegalCode() {
        assertThat(features.codes()).allMatch(code -> code.matches("[a-z0-9-]{1,64}"));
    }

    @Test
    void allRegionsOfBothCountriesHaveNames() {
        assertThat(regions.ofCountry("UA")).hasSize(27);
        assertThat(regions.ofCountry("US")).hasSize(50 + 1 + 6);
        assertThat(regions.name("UA-51", "en")).isEqualTo("Odesa Oblast");
        assertThat(regions.name("UA-32", "uk")).isEqualTo("Київська область");
        assertThat(regions.name("US-CA", "uk")).isEqualTo("Каліфорнія");
    }

    @Test
    void anUnknownRegionIsShownByItsCode() {
        assertThat(regions.name("PL-14", "uk")).isEqualTo("PL-14");
    }
}
