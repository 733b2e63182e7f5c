package dzvin.ingest.codebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says which script features the words of a call show, sentence by sentence. A pure function of the words; thread-safe.
 *
 * <p>It listens for phrases, not for meaning: it does not know irony, and a negation only where the codebook names it. What
 * was ticked by people is kept apart from what was found here.
 */
public final class Codebook {
    private final String name;
    private final Vocabulary vocabulary;
    private final List<Phrase> phrases;
    private final Map<Integer, List<Integer>> phrasesByFirstWord;
    private final List<Rule> rules;

    Codebook(
            String name,
            Vocabulary vocabulary,
            List<Phrase> phrases,
            Map<Integer, List<Integer>> phrasesByFirstWord,
            List<Rule> rules) {
        this.name = name;
        this.vocabulary = vocabulary;
        this.phrases = phrases;
        this.phrasesByFirstWord = phrasesByFirstWord;
        this.rules = rules;
    }

    /** The codebook that comes with Dzvin for a profile, {@code ua} or {@code us}. */
    public static Codebook shipped(String profile) {
        var file = profile.toLowerCase(Locale.ROOT) + ".yaml";
        try (InputStream in = Codebook.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no codebook is shipped for profile " + profile);
            }
            return read(file, new String(in.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the shipped codebook " + file, e);
        }
    }

    /**
     * Reads a codebook of somebody's own; throws {@link UnusableCodebookException} with every mistake in it.
     *
     * @param file what the file is called in the messages
     */
    public static Codebook read(String file, String yaml) {
        return CodebookReader.read(file, yaml);
    }

    /** Name and version, as reports carry it. */
    public String name() {
        return name;
    }

    /** Every feature that this codebook can find. */
    public SortedSet<String> features() {
        var features = new TreeSet<String>();
        rules.forEach(rule -> features.add(rule.feature()));
        return features;
    }

    /** The features that a text shows, sorted. */
    public List<String> featuresIn(String text) {
        var found = new TreeSet<String>();
        for (List<String> sentence : Sentences.of(text)) {
            var heard = phrasesIn(sentence);
            rules.stream().filter(rule -> rule.isShownBy(heard)).forEach(rule -> found.add(rule.feature()));
        }
        return List.copyOf(found);
    }

    private BitSet phrasesIn(List<String> sentence) {
        var heard = new ArrayList<BitSet>(sentence.size());
        sentence.forEach(word -> heard.add(vocabulary.heardIn(word)));
        var found = new BitSet();
        for (int at = 0; at < heard.size(); at++) {
            int start = at;
            heard.get(at).stream()
                    .mapToObj(pattern -> phrasesByFirstWord.getOrDefault(pattern, List.of()))
                    .flatMap(List::stream)
                    .filter(phrase -> !found.get(phrase) && phrases.get(phrase).beginsAt(start, heard))
                    .forEach(found::set);
        }
        return found;
    }
}
