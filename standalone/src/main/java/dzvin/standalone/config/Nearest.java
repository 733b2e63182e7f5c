package dzvin.standalone.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/** Guesses what somebody meant who mistyped. */
final class Nearest {
    private Nearest() {}

    static String to(String typed, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(one -> distance(one, typed)))
                .orElseThrow();
    }

    /** Levenshtein's distance, without case; that a section was left out costs little. */
    private static int distance(String known, String typed) {
        int whole = edits(known, typed);
        return known.endsWith("." + typed) ? Math.min(whole, 1) : whole;
    }

    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int next = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1));
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[b.length()];
    }
}
