package dzvin.ingest.http;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Ends a request with a problem. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final TreeMap<String, String> headers = new TreeMap<>();

    ProblemException(Problem problem, String detail) {
        super(detail);
        this.problem = problem;
    }

    /** The sender may try the same again after so long. */
    static ProblemException tryAgain(Problem problem, String detail, Duration after) {
        return new ProblemException(problem, detail)
                .with(
                        "Retry-After",
                        Long.toString(Math.max(1, after.plusMillis(999).toSeconds())));
    }

    ProblemException with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
