package dzvin.ingest.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file of reports, opened: iterating over it reads it, once, entry by entry. Ids are stable: the same file gives the
 * same ids in every run, and rows that a later edition repeats keep theirs. Memory does not grow with the file.
 *
 * <p>Plain or gzip (told by its first bytes), UTF-8 with or without a byte order mark unless the mapping says otherwise.
 * Opening and iterating throw {@link UnusableFileException} where the file as a whole cannot be used.
 */
public final class ReportFile implements Iterable<Entry>, AutoCloseable {
    private final Source source;
    private final EntryReader entries;
    private final Optional<String> country;

    private ReportFile(Source source, EntryReader entries, Optional<String> country) {
        this.source = source;
        this.entries = entries;
        this.country = country;
    }

    /** Opens a file, or standard input for {@code -}. The mapping is needed for csv, possible for ndjson. */
    public static ReportFile open(Path file, Format format, Optional<Mapping> mapping) {
        if (format.bringsItsMapping() && mapping.isPresent()) {
            throw new UnusableFileException(
                    "format " + format + " brings its own mapping: use --format csv with one of yours");
        }
        if (format == Format.AVRO && mapping.isPresent()) {
            throw new UnusableFileException("format avro takes no mapping: its records are reports already");
        }
        if (format == Format.CSV && mapping.isEmpty()) {
            throw new UnusableFileException("format csv needs a mapping, which says what its columns mean");
        }
        return open(Source.open(file), format, mapping);
    }

    static ReportFile open(Source source, Format format, Optional<Mapping> given) {
        var mapping = format.bringsItsMapping() ? Optional.of(Mapping.bundled(format.toString())) : given;
        try {
            if (format == Format.AVRO) {
                return new ReportFile(source, new AvroEntries(source), Optional.empty());
            }
            var charset = mapping.map(found -> found.layout().charset()).orElse(StandardCharsets.UTF_8);
            var lines = new Lines(source, charset);
            var entries =
                    mapping.map(found -> mapped(source, lines, format, found)).orElseGet(() -> new JsonEntries(lines));
            return new ReportFile(source, entries, mapping.flatMap(Mapping::country));
        } catch (UnusableFileException e) {
            closeAfter(e, source);
            throw e;
        }
    }

    /** Country in whose national form the source writes numbers and regions, where its mapping names one. */
    public Optional<String> country() {
        return country;
    }

    /** What the file is called in messages. */
    public String name() {
        return source.name();
    }

    /** Rows taken in so far; a header and empty lines are none. */
    public long rows() {
        return entries.rows();
    }

    /** Bytes of the file, as it lies on disk, taken in so far. */
    public long bytesRead() {
        return source.bytesRead();
    }

    /** Bytes of the file on disk; unknown for standard input and pipes. */
    public OptionalLong totalBytes() {
        return source.totalBytes();
    }

    /** What is left of the file. Every call goes on where the last one stopped. */
    @Override
    public Iterator<Entry> iterator() {
        return new Iterator<>() {
            private Optional<Entry> upcoming = Optional.empty();

            @Override
            public boolean hasNext() {
                upcoming = upcoming.or(entries::next);
                return upcoming.isPresent();
            }

            @Override
            public Entry next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("the file is at its end");
                }
                var entry = upcoming.get();
                upcoming = Optional.empty();
                return entry;
            }
        };
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private static EntryReader mapped(Source source, Lines lines, Format format, Mapping mapping) {
        var mapper = new RowMapper(mapping);
        var rows = format == Format.NDJSON ? new JsonRows(lines) : csv(source, lines, format, mapping, mapper);
        return new MappedEntries(rows, mapper, mapping.clocks());
    }

    private static RowReader csv(Source source, Lines lines, Format format, Mapping mapping, RowMapper mapper) {
        var layout = mapping.layout();
        var columns = layout.columns().isEmpty()
                ? CsvRows.header(source.name(), lines, layout.delimiter())
                : layout.columns();
        if (columns.isEmpty()) {
            throw new UnusableFileException(source.name() + " is empty: its first line must name its columns");
        }
        var rows = new CsvRows(lines, layout.delimiter(), columns);
        var missing = mapper.missingFrom(rows.columns());
        if (!missing.isEmpty()) {
            throw new UnusableFileException(source.name() + " is no file of "
                    + (format == Format.CSV ? "the mapping " + mapping.name() : "format " + format)
                    + ": it has no column "
                    + String.join(", ", missing) + "; its columns are " + shown(columns));
        }
        return rows;
    }

    /** Enough of a header to recognise it by; a binary file's is not worth more. */
    private static String shown(List<String> columns) {
        var all = String.join(", ", columns).replaceAll("\\p{Cntrl}", "?");
        return all.length() > 200 ? all.substring(0, 200) + "…" : all;
    }

    private static void closeAfter(UnusableFileException reason, Source source) {
        try {
            source.close();
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
