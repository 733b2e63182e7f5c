package dzvin.ingest.file;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with a mapping, each with its place, told at once. */
final class MappingProblems {
    private final String file;
    private final List<String> found = new ArrayList<>();

    MappingProblems(String file) {
        this.file = file;
    }

    /** Notes that the value at a line breaks a rule of its key. */
    void add(int line, String key, String rule, String got) {
        found.add(file + ":" + line + " " + key + " " + rule + ", got " + (got.isEmpty() ? "nothing" : got));
    }

    /** Throws if anything was found. */
    void refuse() {
        if (!found.isEmpty()) {
            throw new UnusableFileException(String.join(System.lineSeparator(), found));
        }
    }

    boolean none() {
        return found.isEmpty();
    }
}
