package dzvin.ingest.file;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** One row's values by column. */
interface Cells {
    /** The values under a column: one, several where the format knows lists, none where the row lacks the column. */
    List<String> under(String column);

    /** The whole row as one text for its fingerprint, of the columns that the filter takes. */
    String content(Predicate<String> counted);

    /** Column names are compared without case, outer blanks, and the difference between a blank and an underscore. */
    static String canonical(String column) {
        return column.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
