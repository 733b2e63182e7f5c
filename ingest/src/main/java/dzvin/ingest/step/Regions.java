package dzvin.ingest.step;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.ingest.Rejection;
import dzvin.schemas.RegionNames;
import dzvin.schemas.avro.RejectionReason;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the region of a report: a code, a name in one of three languages, or else the area code of the called line. A
 * region that nobody knows is set aside and the report stays, for what it says of the call is worth more (decision 0007).
 */
public final class Regions {
    private static final Pattern CODE = Pattern.compile("([A-Za-z]{2})[-_ ]([A-Za-z0-9]{1,3})");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> US_AREA_CODES = ShippedTable.rows("us-area-codes.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

    private final String country;
    private final RegionDictionary names;
    private final RegionNames known = RegionNames.shipped();

    /** Regions as people of a country (ISO 3166-1 code) name them. */
    public Regions(String country) {
        this.country = country;
        this.names = RegionDictionary.of(country);
    }

    /** Where the call was received. */
    public Place place(RawReport told, Consumer<Rejection> setAside) {
        var text = Texts.line(told, Field.REGION);
        var given = text.flatMap(this::code);
        if (given.isPresent()) {
            return Place.given(given.get());
        }
        if (text.isPresent()) {
            setAside.accept(new Rejection(
                    RejectionReason.BAD_REGION,
                    Field.REGION.json(),
                    "is no region that is known here: write its ISO 3166-2 code such as UA-32, or its full name"));
        }
        return Texts.line(told, Field.AREA_CODE)
                .flatMap(this::byAreaCode)
                .map(Place::byAreaCode)
                .orElse(Place.UNKNOWN);
    }

    private Optional<String> code(String text) {
        var code = CODE.matcher(text);
        if (!code.matches()) {
            return names.code(text);
        }
        var told = (code.group(1) + "-" + code.group(2)).toUpperCase(Locale.ROOT);
        return isCode(told) ? Optional.of(told) : names.code(text);
    }

    /** For countries whose regions are listed the code has to be there; for others it has to look like one. */
    private boolean isCode(String code) {
        var codeCountry = code.substring(0, 2);
        return known.knows(code)
                || (COUNTRIES.contains(codeCountry)
                        && known.ofCountry(codeCountry).isEmpty());
    }

    private Optional<String> byAreaCode(String text) {
        return country.equals("US") ? Optional.ofNullable(US_AREA_CODES.get(text)) : Optional.empty();
    }
}
