package dzvin.ingest.file;

import dzvin.ingest.RawReport.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a source's columns mean: read from a YAML file, strict, with all of its mistakes told at once. */
public final class Mapping {
    /** How the file is written. {@code columns}: their names where the file has no header line, else none. */
    record Layout(Charset charset, char delimiter, List<String> columns) {}

    /** What the cells say. A field takes the first of its templates that says something. */
    record Contents(
            Map<Field, List<Template>> fields,
            Map<Field, String> constants,
            List<FeatureRule> features,
            Blanks blanks,
            NumberRule numbers) {}

    /** What a number cell without a number means, and whether words without a digit can be a caller's. */
    record NumberRule(boolean withheldIfEmpty, boolean needsDigits) {}

    /** Where in its day a report goes that came with a date alone. */
    enum DayRule {
        /** Anywhere, by its id: many reports of one day must not look like a surge at one moment. */
        SPREAD,
        NOON,
        START
    }

    /** When. {@code dayByDay}: each day's rows are told in the order of their received times. */
    record Clocks(TimePatterns patterns, ZoneId zone, DayRule dayOnly, boolean dayByDay) {}

    /** Which reports are the same. The first of the templates that says something is the id; without any, it is derived from the row's content. */
    record Identity(List<Template> id, boolean identicalRowsAreSeparate, Optional<String> countColumn) {}

    private final String name;
    private final Optional<String> country;
    private final Layout layout;
    private final Contents contents;
    private final Clocks clocks;
    private final Identity identity;

    Mapping(String name, Optional<String> country, Layout layout, Contents contents, Clocks clocks, Identity identity) {
        this.name = name;
        this.country = country;
        this.layout = layout;
        this.contents = contents;
        this.clocks = clocks;
        this.identity = identity;
    }

    /** Reads a mapping; throws {@link UnusableFileException} with every problem, one a line. */
    public static Mapping read(Path file) {
        try {
            return MappingReader.read(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new UnusableFileException("the mapping " + file + " is not written in UTF-8", e);
        } catch (IOException e) {
            throw new UnusableFileException("cannot read the mapping " + file, e);
        }
    }

    /** A mapping that ships with Dzvin: {@code ftc-dnc}, {@code fcc} or {@code ftc-daily-counts}. */
    public static Mapping bundled(String name) {
        var resource = "mappings/" + name + ".yaml";
        try (var in = Mapping.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new UnusableFileException("no mapping called " + name + " ships with Dzvin");
            }
            return MappingReader.read(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled mapping " + name, e);
        }
    }

    /** What the source is called. */
    public String name() {
        return name;
    }

    /** ISO 3166-1 country whose numbers and regions the source writes in national form; empty: the desk's own. */
    public Optional<String> country() {
        return country;
    }

    Layout layout() {
        return layout;
    }

    Contents contents() {
        return contents;
    }

    Clocks clocks() {
        return clocks;
    }

    Identity identity() {
        return identity;
    }
}
