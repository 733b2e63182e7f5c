package dzvin.standalone.config;

import dzvin.standalone.failure.UsageException;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with a configuration, told at once. */
final class Problems {
    private final List<String> found = new ArrayList<>();

    /** Notes that a value breaks a rule of its key. */
    void add(Origin origin, String key, String rule, String got) {
        add(origin + " " + key, rule, got);
    }

    /** Notes that what is named breaks a rule. */
    void add(String what, String rule, String got) {
        found.add(what + " " + rule + ", got " + (got.isEmpty() ? "nothing" : got));
    }

    /** Throws if anything was found. */
    void refuse() {
        if (!found.isEmpty()) {
            throw new UsageException(String.join(System.lineSeparator(), found));
        }
    }
}
