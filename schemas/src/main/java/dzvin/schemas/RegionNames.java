package dzvin.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What the regions of Ukraine and of the United States are called in front of people, by ISO 3166-2 code. */
public final class RegionNames {
    private static final RegionNames SHIPPED = new RegionNames(PeopleWords.byCode("region-names.json"));

    private final Map<String, JsonNode> entries;

    private RegionNames(Map<String, JsonNode> entries) {
        this.entries = entries;
    }

    /** The names that come with Dzvin. */
    public static RegionNames shipped() {
        return SHIPPED;
    }

    /**
     * The name of a region, or its code where it has none.
     *
     * @param language {@code uk} or {@code en}; English stands in for any other
     */
    public String name(String region, String language) {
        var entry = entries.get(region);
        return entry == null ? region : PeopleWords.name(entry, language);
    }

    /** The regions of a country (ISO 3166-1 code), in the order in which a form lists them. */
    public List<String> ofCountry(String country) {
        return entries.keySet().stream()
                .filter(code -> code.startsWith(country + "-"))
                .toList();
    }

    /** Whether this is the code of a region that has a name here. */
    public boolean knows(String region) {
        return entries.containsKey(region);
    }
}
