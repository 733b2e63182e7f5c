package dzvin.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The words of the generated stream: per script and language a small grammar whose parts have several variants each.
 *
 * @param intends which script feature each part is meant to show
 * @param scripts script name, language, part, variants
 */
record Words(Map<String, String> intends, Map<String, Map<String, Map<String, List<String>>>> scripts) {
    static final String UKRAINIAN = "uk";
    static final String RUSSIAN = "ru";

    private static final String FILE = "ukraine-words.yaml";
    private static final String START = "start";
    private static final Pattern PART = Pattern.compile("\\{([a-z]+)}");

    /**
     * What somebody told of a call.
     *
     * @param text the words
     * @param meant the features that these words are meant to show
     */
    record Telling(String text, SortedSet<String> meant) {}

    /** The bundled words. */
    static Words bundled() {
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(FILE), FILE)) {
            var root = mapping(new Load(LoadSettings.builder().setLabel(FILE).build()).loadFromInputStream(in));
            var intends = new TreeMap<String, String>();
            mapping(root.get("intends")).forEach((part, feature) -> intends.put(part, (String) feature));
            var scripts = new TreeMap<String, Map<String, Map<String, List<String>>>>();
            mapping(root.get("scripts")).forEach((name, languages) -> scripts.put(name, languages(languages)));
            return new Words(Collections.unmodifiableMap(intends), Collections.unmodifiableMap(scripts));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled " + FILE, e);
        }
    }

    /** One telling of a script. */
    Telling tell(String script, String language, Draws draws) {
        var meant = new TreeSet<String>();
        return new Telling(expand("{" + START + "}", parts(script, language), draws, meant), meant);
    }

    /** The parts of a script in a language, each with its variants. */
    Map<String, List<String>> parts(String script, String language) {
        var languages = scripts.get(script);
        if (languages == null || !languages.containsKey(language)) {
            throw new IllegalArgumentException("no script " + script + " in language " + language + " in " + FILE);
        }
        return languages.get(language);
    }

    private String expand(String template, Map<String, List<String>> parts, Draws draws, SortedSet<String> meant) {
        Matcher part = PART.matcher(template);
        var text = new StringBuilder();
        int from = 0;
        while (part.find()) {
            var name = part.group(1);
            var variants = Objects.requireNonNull(parts.get(name), name);
            if (intends.containsKey(name)) {
                meant.add(intends.get(name));
            }
            text.append(template, from, part.start()).append(expand(draws.oneOf(variants), parts, draws, meant));
            from = part.end();
        }
        return text.append(template, from, template.length()).toString();
    }

    private static Map<String, Map<String, List<String>>> languages(Object node) {
        var languages = new TreeMap<String, Map<String, List<String>>>();
        mapping(node).forEach((language, partsOfLanguage) -> {
            var parts = new TreeMap<String, List<String>>();
            mapping(partsOfLanguage).forEach((part, variants) -> parts.put(part, texts(variants)));
            languages.put(language, Collections.unmodifiableMap(parts));
        });
        return Collections.unmodifiableMap(languages);
    }

    private static List<String> texts(Object node) {
        var texts = new ArrayList<String>();
        ((List<?>) node).forEach(text -> texts.add((String) text));
        return List.copyOf(texts);
    }

    private static Map<String, Object> mapping(Object node) {
        var mapping = new TreeMap<String, Object>();
        ((Map<?, ?>) node).forEach((key, value) -> mapping.put((String) key, value));
        return mapping;
    }
}
