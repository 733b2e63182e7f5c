package dzvin.ingest.file;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a file of reports looks like. */
public enum Format {
    /** Complaints to the US Federal Trade Commission's Do Not Call service: the daily file of eight columns. */
    FTC_DNC("ftc-dnc", true),
    /** The US Federal Communications Commission's open data on unwanted calls, exported as CSV. */
    FCC("fcc", true),
    /** Separated values of any layout, read with a mapping. */
    CSV("csv", false),
    /** One JSON object a line: a report as HTTP takes it, or any object with a mapping. */
    NDJSON("ndjson", false),
    /** An Avro container file of our own reports, or a day of an archive. */
    AVRO("avro", false);

    private final String word;
    private final boolean bundled;

    Format(String word, boolean bundled) {
        this.word = word;
        this.bundled = bundled;
    }

    /** The format that users call by a name. */
    public static Optional<Format> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(name))
                .findFirst();
    }

    /** All names, for help and messages. */
    public static String names() {
        return Arrays.stream(values()).map(Format::toString).collect(Collectors.joining(", "));
    }

    /** Whether this format brings its own mapping. */
    boolean bringsItsMapping() {
        return bundled;
    }

    @Override
    public String toString() {
        return word;
    }
}
