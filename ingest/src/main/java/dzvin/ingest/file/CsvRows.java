package dzvin.ingest.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import dzvin.ingest.file.Lines.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Rows of separated values. A cell in quotes may span lines, yet a quote that opens by mistake costs only its own line:
 * where a record does not close, or closes with the wrong number of cells, its first line alone is broken and the reading
 * goes on with the second. Empty lines are no rows.
 */
final class CsvRows implements RowReader {
    /** Lines that one quoted cell may span; a quote that stays open longer is taken for a mistake. */
    static final int MOST_LINES = 200;

    /** Text, as a binary file has none, with a carriage return in it. */
    private static final Pattern SEVERAL_LINES = Pattern.compile("[\\P{Cntrl}\\t]*\r[\\P{Cntrl}\\t\r]*");

    private final Lines lines;
    private final char delimiter;
    private final CsvReader.CsvReaderBuilder parser;
    private final List<String> columns;
    private final Map<String, Integer> positions;

    CsvRows(Lines lines, char delimiter, List<String> columns) {
        this.lines = lines;
        this.delimiter = delimiter;
        this.parser = parser(delimiter);
        this.columns = columns.stream().map(Cells::canonical).toList();
        this.positions = positions(this.columns);
    }

    /**
     * The names in the first line that is not empty; empty if the file has none.
     *
     * @throws UnusableFileException if that line is no header
     */
    static List<String> header(String file, Lines lines, char delimiter) {
        var line = nextFilled(lines);
        if (line.filter(header -> SEVERAL_LINES.matcher(header.text()).matches())
                .isPresent()) {
            throw new UnusableFileException(
                    file + " ends its lines with a carriage return alone: save it with line ends of Windows or Unix");
        }
        try {
            return line.map(header -> Arrays.asList(parse(parser(delimiter), header.text())))
                    .orElse(List.of());
        } catch (CsvParseException e) {
            throw new UnusableFileException(
                    file + " is no file of separated values: its first line must name its columns", e);
        }
    }

    @Override
    public Optional<Row> next() {
        return nextFilled(lines).map(this::record);
    }

    private Row record(Line first) {
        if (first.cut()) {
            return Row.tooLong(first.number());
        }
        var quotes = new QuoteScanner(delimiter);
        if (!quotes.goesOnAfter(first.text())) {
            return cells(first.number(), first.text(), List.of());
        }
        var text = new StringBuilder(first.text());
        var more = new ArrayList<Line>();
        boolean open = true;
        while (open && more.size() < MOST_LINES && text.length() < Lines.LONGEST) {
            var line = lines.next();
            if (line.isEmpty()) {
                break;
            }
            more.add(line.get());
            text.append('\n').append(line.get().text());
            open = quotes.goesOnAfter(line.get().text());
        }
        if (open) {
            lines.handBack(more);
            return Row.broken(first.number(), "a quote opens a cell and nothing closes it: remove it or close it");
        }
        return cells(first.number(), text.toString(), more);
    }

    private Row cells(long line, String text, List<Line> takenBeyondFirst) {
        try {
            var values = text.indexOf('"') < 0 && text.indexOf('\r') < 0 ? split(text) : parse(parser, text);
            if (values.length == columns.size() || onlyEmptyBeyond(values)) {
                return new Row.Whole(line, new CsvCells(values));
            }
            lines.handBack(takenBeyondFirst);
            return Row.broken(
                    line,
                    "the row has " + values.length + " cells where the header has " + columns.size()
                            + ": look for a delimiter or a quote too many or too few");
        } catch (CsvParseException e) {
            lines.handBack(takenBeyondFirst);
            return Row.broken(line, "the row is no separated values: look at its quotes");
        }
    }

    private boolean onlyEmptyBeyond(String[] values) {
        return values.length > columns.size()
                && Arrays.stream(values).skip(columns.size()).allMatch(String::isBlank);
    }

    private static Optional<Line> nextFilled(Lines lines) {
        var line = lines.next();
        while (line.isPresent() && line.get().text().isBlank()) {
            line = lines.next();
        }
        return line;
    }

    private static String[] parse(CsvReader.CsvReaderBuilder parser, String text) {
        return parser.ofSingleCsvRecord(StringArrayHandler.of(), text);
    }

    /** A line without quotes and stray ends of line: nothing but its delimiters tells its cells apart. */
    private String[] split(String text) {
        var values = new ArrayList<String>(columns.size());
        int from = 0;
        for (int end = text.indexOf(delimiter); end >= 0; end = text.indexOf(delimiter, from)) {
            values.add(text.substring(from, end));
            from = end + 1;
        }
        values.add(text.substring(from));
        return values.toArray(String[]::new);
    }

    private static CsvReader.CsvReaderBuilder parser(char delimiter) {
        return CsvReader.builder().fieldSeparator(delimiter).trimWhitespacesAroundQuotes(delimiter > ' ');
    }

    private static Map<String, Integer> positions(List<String> columns) {
        var positions = new HashMap<String, Integer>();
        for (int i = 0; i < columns.size(); i++) {
            positions.putIfAbsent(columns.get(i), i);
        }
        return Collections.unmodifiableMap(positions);
    }

    /** The columns' names, as they are compared. */
    Set<String> columns() {
        return positions.keySet();
    }

    private final class CsvCells implements Cells {
        private final String[] values;

        CsvCells(String[] values) {
            this.values = values;
        }

        @Override
        public List<String> under(String column) {
            var position = positions.get(column);
            return position == null ? List.of() : List.of(values[position]);
        }

        @Override
        public String content(Predicate<String> counted) {
            var content = new StringBuilder();
            for (int i = 0; i < columns.size(); i++) {
                if (counted.test(columns.get(i))) {
                    content.append(values[i]).append('\u001f');
                }
            }
            return content.toString();
        }
    }
}
