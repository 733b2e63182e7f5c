package dzvin.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * What the script features are called in front of people, in Ukrainian and in English. Codes that nobody has named are
 * legal, and are shown as they are.
 */
public final class FeatureLabels {
    private static final FeatureLabels SHIPPED = new FeatureLabels(PeopleWords.byCode("feature-labels.json"));

    private final Map<String, JsonNode> entries;

    private FeatureLabels(Map<String, JsonNode> entries) {
        this.entries = entries;
    }

    /** The labels that come with Dzvin. */
    public static FeatureLabels shipped() {
        return SHIPPED;
    }

    /**
     * The label of a feature, or its code where it has none.
     *
     * @param language {@code uk} or {@code en}; English stands in for any other
     */
    public String label(String feature, String language) {
        var entry = entries.get(feature);
        return entry == null ? feature : PeopleWords.name(entry, language);
    }

    /** The features that a desk of this profile ticks on its form, in the order of the form. */
    public List<String> ofProfile(String profile) {
        return entries.entrySet().stream()
                .filter(entry -> belongs(entry.getValue(), profile))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Every feature that has a label. */
    public List<String> codes() {
        return List.copyOf(entries.keySet());
    }

    private static boolean belongs(JsonNode entry, String profile) {
        return StreamSupport.stream(entry.required("profiles").spliterator(), false)
                .anyMatch(name -> name.asText().equals(profile));
    }
}
