package dzvin.detector.core.policy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;

/** Which keys there are, and which one a mistaken key was meant to be. */
final class KnownPaths {
    private KnownPaths() {}

    static boolean isKey(String path) {
        return PolicyKeys.ALL.stream().anyMatch(key -> key.path().equals(path));
    }

    static boolean isSection(String path) {
        return PolicyKeys.ALL.stream().anyMatch(key -> key.path().startsWith(path + "."));
    }

    /** The nearest known key. */
    static String hint(String path) {
        return PolicyKeys.ALL.stream()
                .map(PolicyKey::path)
                .flatMap(KnownPaths::withSections)
                .min(Comparator.comparingInt(known -> distance(known, path)))
                .map(known -> " (did you mean " + known + "?)")
                .orElse("");
    }

    private static Stream<String> withSections(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? Stream.of(path) : Stream.concat(Stream.of(path), withSections(path.substring(0, dot)));
    }

    /** None if only the level is wrong, else Levenshtein's distance without case. */
    private static int distance(String known, String path) {
        return last(known).equals(last(path))
                ? 0
                : levenshtein(known.toLowerCase(Locale.ROOT), path.toLowerCase(Locale.ROOT));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static int levenshtein(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int next = Math.min(
                        Math.min(row[j], row[j - 1]) + 1, diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[b.length()];
    }
}
