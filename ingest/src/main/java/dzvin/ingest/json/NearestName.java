package dzvin.ingest.json;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds which of a few known names a misspelt one was meant to be, if any is near enough to be meant. */
record NearestName(List<String> known) {
    /** A name is near when at least two thirds of its letters can stay. */
    private static final int LETTERS_PER_SLIP = 3;

    Optional<String> to(String name) {
        return known.stream()
                .filter(candidate -> distance(candidate, name) <= Math.max(1, candidate.length() / LETTERS_PER_SLIP))
                .min(Comparator.comparingInt(candidate -> distance(candidate, name)));
    }

    /** Levenshtein's distance, without case. */
    private static int distance(String known, String name) {
        var from = known.toLowerCase(Locale.ROOT);
        var to = name.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(Math.min(row[j], row[j - 1]) + 1, changed);
            }
        }
        return row[to.length()];
    }
}
