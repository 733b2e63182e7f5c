package dzvin.detector.core.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong in a file, collected while it is read. */
final class Problems {
    private record Problem(int line, String text) {}

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(int line, String key, String rule, String got) {
        found.add(new Problem(line, file + ":" + line + " " + key + " " + rule + ", got " + got));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new PolicyProblems(found.stream()
                    .sorted(Comparator.comparingInt(Problem::line))
                    .map(Problem::text)
                    .toList());
        }
    }
}
