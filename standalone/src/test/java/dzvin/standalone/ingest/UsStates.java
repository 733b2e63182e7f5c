package dzvin.standalone.ingest;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** ISO 3166-2 codes of the states that the FTC's file names, from the standard and not from our own tables. */
final class UsStates {
    private static final String TABLE = """
            Alabama AL,Alaska AK,Arizona AZ,Arkansas AR,California CA,Colorado CO,Connecticut CT,Delaware DE,
            District of Columbia DC,Florida FL,Georgia GA,Hawaii HI,Idaho ID,Illinois IL,Indiana IN,Iowa IA,Kansas KS,
            Kentucky KY,Louisiana LA,Maine ME,Maryland MD,Massachusetts MA,Michigan MI,Minnesota MN,Mississippi MS,
            Missouri MO,Montana MT,Nebraska NE,Nevada NV,New Hampshire NH,New Jersey NJ,New Mexico NM,New York NY,
            North Carolina NC,North Dakota ND,Ohio OH,Oklahoma OK,Oregon OR,Pennsylvania PA,Puerto Rico PR,
            Rhode Island RI,South Carolina SC,South Dakota SD,Tennessee TN,Texas TX,Utah UT,Vermont VT,
            Virgin Islands VI,Virginia VA,Washington WA,West Virginia WV,Wisconsin WI,Wyoming WY
            """;

    private UsStates() {}

    static Map<String, String> codes() {
        return Arrays.stream(TABLE.strip().split(",\\s*"))
                .collect(Collectors.toMap(
                        entry -> entry.substring(0, entry.lastIndexOf(' ')),
                        entry -> "US-" + entry.substring(entry.lastIndexOf(' ') + 1)));
    }
}
