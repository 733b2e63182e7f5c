package dzvin.standalone.archive;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The file of one day. A day that grows gets a file of the next edition, and the one before goes when the list of checksums names the
 * new one.
 *
 * @param day in UTC
 * @param edition from 1 on
 */
record DayFile(LocalDate day, int edition) implements Comparable<DayFile> {
    private static final Pattern NAME = Pattern.compile("reports-(\\d{4,}-\\d\\d-\\d\\d)(?:\\.(\\d{1,9}))?\\.avro");

    static DayFile first(LocalDate day) {
        return new DayFile(day, 1);
    }

    /** What a file's name says; empty if it is no file of a day. */
    static Optional<DayFile> named(String name) {
        var match = NAME.matcher(name);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            int edition = match.group(2) == null ? 1 : Integer.parseInt(match.group(2));
            return Optional.of(new DayFile(LocalDate.parse(match.group(1)), edition));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    DayFile next() {
        return new DayFile(day, edition + 1);
    }

    String name() {
        return "reports-" + day + (edition == 1 ? "" : "." + edition) + ".avro";
    }

    @Override
    public int compareTo(DayFile other) {
        int byDay = day.compareTo(other.day);
        return byDay != 0 ? byDay : Integer.compare(edition, other.edition);
    }
}
