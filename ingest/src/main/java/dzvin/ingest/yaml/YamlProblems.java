package dzvin.ingest.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Everything that is wrong with a file of settings, each with its place, told at once. */
public final class YamlProblems {
    private final String file;
    private final String what;
    private final List<String> found = new ArrayList<>();

    /**
     * Nothing is wrong yet.
     *
     * @param file what the file is called
     * @param what what the file should be, such as {@code mapping}
     */
    public YamlProblems(String file, String what) {
        this.file = file;
        this.what = what;
    }

    /** Notes that the value at a line breaks a rule of its key. */
    public void add(int line, String key, String rule, String got) {
        found.add(file + ":" + line + " " + key + " " + rule + ", got " + (got.isEmpty() ? "nothing" : got));
    }

    /** Throws what the text of all problems becomes, if there are any. */
    public <E extends RuntimeException> void refuse(Function<String, E> exception) {
        if (!found.isEmpty()) {
            throw exception.apply(String.join(System.lineSeparator(), found));
        }
    }

    String what() {
        return what;
    }
}
