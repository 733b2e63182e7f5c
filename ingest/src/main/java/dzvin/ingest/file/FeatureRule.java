package dzvin.ingest.file;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Script features from one column: by a table of values, by a prefix before the value's slug, or by a yes.
 *
 * @param columns the column's name as written, and others that it goes by
 * @param table feature by lower-case value; looked up first
 * @param prefix put before the slug of a value that the table lacks; empty: such values say nothing
 * @param whenYes the feature that a yes stands for; empty: the column is no yes or no
 * @param ignored lower-case values that say nothing
 * @param separator splits a cell into several values; empty: a cell is one value
 */
record FeatureRule(
        List<String> columns,
        Map<String, String> table,
        Optional<String> prefix,
        Optional<String> whenYes,
        Set<String> ignored,
        Optional<String> separator) {
    /** Longest feature code that ingest takes. */
    private static final int LONGEST = 64;

    private static final Set<String> YES = Set.of("y", "yes", "true", "t", "1", "x", "+", "так", "да");
    private static final Set<String> NO = Set.of("n", "no", "false", "f", "0", "-", "ні", "нет");

    /** Adds what a row's cell says to its features; false if the cell is neither yes nor no, or has no slug. */
    boolean addTo(List<String> features, Cells cells, Blanks blanks) {
        boolean clear = true;
        for (String cell : blanks.cleanAll(cellsIn(cells))) {
            for (String value : separator.map(cell::split).orElse(new String[] {cell})) {
                clear &= addValue(features, value.strip().toLowerCase(Locale.ROOT));
            }
        }
        return clear;
    }

    private List<String> cellsIn(Cells cells) {
        return columns.stream()
                .map(Cells::canonical)
                .map(cells::under)
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private boolean addValue(List<String> features, String value) {
        if (value.isEmpty() || ignored.contains(value)) {
            return true;
        }
        if (whenYes.isPresent()) {
            if (YES.contains(value)) {
                features.add(whenYes.get());
            }
            return YES.contains(value) || NO.contains(value);
        }
        var found = table.get(value);
        if (found != null) {
            features.add(found);
            return true;
        }
        if (prefix.isEmpty()) {
            return true;
        }
        var slug = slug(prefix.get(), value);
        features.add(slug);
        return slug.length() > prefix.get().length();
    }

    /** Prefix and value as a feature code: what is neither letter nor digit becomes one hyphen, cut at a whole word. */
    static String slug(String prefix, String value) {
        var ascii = Normalizer.normalize(value.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var slug = prefix + ascii;
        if (slug.length() <= LONGEST) {
            return slug;
        }
        int word = slug.lastIndexOf('-', LONGEST);
        return slug.substring(0, word > prefix.length() ? word : LONGEST);
    }
}
