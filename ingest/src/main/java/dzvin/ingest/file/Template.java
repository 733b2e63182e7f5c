package dzvin.ingest.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A text made from cells: {@code {Date of Issue} {Time of Issue}}. A column's bare name stands for that column alone.
 *
 * @param written as it stands in the mapping, for messages
 * @param pieces literal text and columns, in turn
 */
record Template(String written, List<Piece> pieces) {
    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]*)}");

    /** Text to be copied, or the (canonical) name of a column to be filled in. */
    record Piece(String text, boolean column) {}

    static Template of(String written) {
        return written.indexOf('{') < 0
                ? new Template(written, List.of(new Piece(Cells.canonical(written), true)))
                : braced(written);
    }

    /** The columns it needs. */
    Set<String> columns() {
        var columns = new TreeSet<String>();
        pieces.stream().filter(Piece::column).forEach(piece -> columns.add(piece.text()));
        return columns;
    }

    /** The text, without outer blanks; empty when all of its cells say nothing. */
    Optional<String> fill(Cells cells, Blanks blanks) {
        if (pieces.size() == 1 && pieces.get(0).column()) {
            return blanks.clean(cells.under(pieces.get(0).text())).map(String::strip);
        }
        var text = new StringBuilder();
        boolean anything = false;
        for (Piece piece : pieces) {
            var cell = piece.column() ? blanks.clean(cells.under(piece.text())) : Optional.of(piece.text());
            anything |= piece.column() && cell.isPresent();
            text.append(cell.orElse(""));
        }
        return anything ? Optional.of(text.toString().strip()) : Optional.empty();
    }

    private static Template braced(String written) {
        var pieces = new ArrayList<Piece>();
        var matcher = COLUMN.matcher(written);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                pieces.add(new Piece(written.substring(from, matcher.start()), false));
            }
            pieces.add(new Piece(Cells.canonical(matcher.group(1)), true));
            from = matcher.end();
        }
        if (from < written.length()) {
            pieces.add(new Piece(written.substring(from), false));
        }
        return new Template(written, List.copyOf(pieces));
    }
}
