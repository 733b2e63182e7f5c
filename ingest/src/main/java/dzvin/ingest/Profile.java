package dzvin.ingest;

import dzvin.schemas.RegionNames;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A country as an installation works in it. Two ship; nothing but their data is tied to one.
 *
 * @param country ISO 3166-1 code
 * @param zone where times without an offset are told, and where the desk's days begin
 * @param languages the languages that callers and desks speak, the desk's own first
 */
public record Profile(String country, ZoneId zone, List<String> languages) {
    public static final Profile UA = new Profile("UA", ZoneId.of("Europe/Kyiv"), List.of("uk", "ru", "en"));
    public static final Profile US = new Profile("US", ZoneId.of("America/New_York"), List.of("en", "es"));

    private static final List<Profile> SHIPPED = List.of(UA, US);

    public Profile {
        languages = List.copyOf(languages);
    }

    /** The profile of this name, such as {@code ua}. */
    public static Profile named(String name) {
        return ofCountry(name.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new IllegalArgumentException("profile must be one of "
                        + SHIPPED.stream().map(Profile::id).collect(Collectors.joining(", ")) + ", got " + name));
    }

    /** The profile of a country (ISO 3166-1 code), if one ships. */
    public static Optional<Profile> ofCountry(String country) {
        return SHIPPED.stream()
                .filter(profile -> profile.country().equals(country))
                .findFirst();
    }

    /** Its name in settings and file names. */
    public String id() {
        return country.toLowerCase(Locale.ROOT);
    }

    /** ISO 3166-2 codes of the regions that the form offers. */
    public List<String> regions() {
        return RegionNames.shipped().ofCountry(country);
    }
}
