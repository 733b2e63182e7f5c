package dzvin.detector.core.policy;

import java.util.List;

/** A policy file that cannot be used, with all that is wrong in it. */
public final class PolicyProblems extends RuntimeException {
    private final transient List<String> problems;

    PolicyProblems(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each as {@code file:line key rule, got value}, in the order of lines. */
    public List<String> problems() {
        return problems;
    }
}
