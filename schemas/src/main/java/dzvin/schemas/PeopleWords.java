package dzvin.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Reads the shipped lists of codes with their names for people, in the order of the file. */
final class PeopleWords {
    private PeopleWords() {}

    /** The entries of a resource by their code. */
    static Map<String, JsonNode> byCode(String resource) {
        try (InputStream in = Objects.requireNonNull(PeopleWords.class.getResourceAsStream(resource), resource)) {
            var byCode = new LinkedHashMap<String, JsonNode>();
            for (JsonNode entry : new ObjectMapper().readTree(in)) {
                byCode.put(entry.required("code").asText(), entry);
            }
            return Collections.unmodifiableMap(byCode);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the shipped " + resource, e);
        }
    }

    /** An entry's name in a language; in English where it has none in that language. */
    static String name(JsonNode entry, String language) {
        return entry.hasNonNull(language)
                ? entry.get(language).asText()
                : entry.required("en").asText();
    }
}
