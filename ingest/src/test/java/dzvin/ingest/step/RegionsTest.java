package dzvin.ingest.step;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.Outcome;
import dzvin.ingest.RawReport.Field;
import dzvin.ingest.Told;
import dzvin.schemas.RegionNames;
import dzvin.schemas.avro.RegionOrigin;
import dzvin.schemas.avro.Report;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegionsTest {
    private static String inUkraine(String region) {
        return Told.call("0441234567").with(Field.REGION, region).accepted().getRegion();
    }

    private static Report inAmerica(String region, Optional<String> areaCode) {
        var told = Told.call("2025550143").with(Field.REGION, region);
        areaCode.ifPresent(code -> told.with(Field.AREA_CODE, code));
        return ((Outcome.Accepted) told.through(Told.american())).report();
    }

    static Stream<String> codes() {
        var names = RegionNames.shipped();
        return Stream.concat(names.ofCountry("UA").stream(), names.ofCountry("US").stream());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyRegionIsKnownByItsCodeAndItsNamesInCapitalsOrNot(String code) {
        for (String language : new String[] {"uk", "en"}) {
            var name = RegionNames.shipped().name(code, language);
            var country = code.substring(0, 2);
            var regions = new Regions(country);

            for (String told :
                    new String[] {name, name.toUpperCase(Locale.ROOT), code, code.toLowerCase(Locale.ROOT)}) {
                var raw = Told.nothing().with(Field.REGION, told).raw();
                assertThat(regions.place(raw, aside -> {}).region()).as(told).isEqualTo(code);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Київська обл., UA-32",
        "київська область, UA-32",
        "Киевская обл, UA-32",
        "Kyiv region, UA-32",
        "у Київській області, UA-32",
        "Київщина, UA-32",
        "Kiev Oblast, UA-32",
        "м. Київ, UA-30",
        "м.Київ, UA-30",
        "КИЇВ, UA-30",
        "г. Киев, UA-30",
        "Kyiv, UA-30",
        "Kiev, UA-30",
        "Odessa, UA-51",
        "Odesa, UA-51",
        "Одеса, UA-51",
        "Одесская область, UA-51",
        "Odeska oblast, UA-51",
        "Івано-Франківська, UA-26",
        "Ивано  Франковск, UA-26",
        "Прикарпаття, UA-26",
        "обл. Львівська, UA-46",
        "Львов, UA-46",
        "Рівненська обл, UA-56",
        "Кіровоград, UA-35",
        "Днепр, UA-12",
        "АР Крим, UA-43",
        "Крым, UA-43",
        "Севастополь, UA-40",
        "ua 51, UA-51",
        "UA_05, UA-05",
        "05, UA-05",
    })
    void aUkrainianRegionIsKnownByTheNamesThatPeopleUse(String told, String code) {
        assertThat(inUkraine(told)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "California, US-CA",
        "ca, US-CA",
        "US-CA, US-CA",
        "N.Y., US-NY",
        "new york, US-NY",
        "NEW  JERSEY, US-NJ",
        "District of Columbia, US-DC",
        "DC, US-DC",
        "'Washington, D.C.', US-DC",
        "Washington, US-WA",
        "Virgin Islands, US-VI",
        "Puerto Rico, US-PR",
        "PR, US-PR",
        "Guam, US-GU",
        "Calif., US-CA",
        "Північна Кароліна, US-NC",
    })
    void anAmericanStateIsKnownByNameAndAbbreviation(String told, String code) {
        assertThat(inAmerica(told, Optional.empty()).getRegion()).isEqualTo(code);
    }

    @Test
    void theAreaCodeOfTheCalledLineStandsInForAMissingState() {
        var report = inAmerica(" ", Optional.of("512"));

        assertThat(report.getRegion()).isEqualTo("US-TX");
        assertThat(report.getRegionOrigin()).isEqualTo(RegionOrigin.AREA_CODE);
    }

    @Test
    void aStateThatWasToldCountsMoreThanTheAreaCode() {
        assertThat(inAmerica("Ohio", Optional.of("512")).getRegion()).isEqualTo("US-OH");
    }

    @Test
    void aTollFreeCodeLiesNowhere() {
        assertThat(inAmerica(" ", Optional.of("800")).getRegion()).isNull();
        assertThat(inAmerica(" ", Optional.of("800")).getRegionOrigin()).isEqualTo(RegionOrigin.UNKNOWN);
    }

    @Test
    void aRegionOfACountryWithoutNamesHereIsKeptByItsCode() {
        assertThat(inUkraine("PL-14")).isEqualTo("PL-14");
        assertThat(inUkraine("UA-99")).isNull();
        assertThat(inUkraine("XX-14")).isNull();
    }
}
