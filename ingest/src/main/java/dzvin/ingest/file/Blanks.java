package dzvin.ingest.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a source writes where it has nothing to say: nothing, blanks, and the words its people use for that.
 *
 * @param words lower-case cells that mean nothing was told, such as {@code n/a}
 */
record Blanks(Set<String> words) {
    /** The first value that says something, without outer blanks (hard ones too). */
    Optional<String> clean(List<String> values) {
        for (String value : values) {
            var trimmed = trim(value);
            if (saysSomething(trimmed)) {
                return Optional.of(trimmed);
            }
        }
        return Optional.empty();
    }

    /** All values that say something. */
    List<String> cleanAll(List<String> values) {
        return values.stream().map(Blanks::trim).filter(this::saysSomething).collect(Collectors.toList());
    }

    private boolean saysSomething(String value) {
        return !value.isEmpty() && !words.contains(value.toLowerCase(Locale.ROOT));
    }

    private static String trim(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && isBlank(value.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\ufeff' || Character.isWhitespace(c);
    }
}
