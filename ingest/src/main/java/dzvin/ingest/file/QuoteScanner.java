package dzvin.ingest.file;

/**
 * Follows quotes over the lines of a separated file, to know where a record ends. A quote opens a cell only at its start
 * (blanks before it are allowed); elsewhere, as in {@code 5" pipe}, it is a character like any other.
 */
final class QuoteScanner {
    private final char delimiter;
    private boolean inQuotes;
    private boolean atCellStart = true;

    QuoteScanner(char delimiter) {
        this.delimiter = delimiter;
    }

    /** Takes in one more line; true if its end lies inside quotes, so that the record goes on. */
    boolean goesOnAfter(String line) {
        atCellStart = !inQuotes;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (!inQuotes) {
                inQuotes = atCellStart && c == '"';
                atCellStart = c == delimiter || (atCellStart && c <= ' ');
            } else if (c == '"') {
                boolean escaped = i + 1 < line.length() && line.charAt(i + 1) == '"';
                i += escaped ? 1 : 0;
                inQuotes = escaped;
            }
        }
        return inQuotes;
    }
}
