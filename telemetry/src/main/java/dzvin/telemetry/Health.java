package dzvin.telemetry;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/**
 * Named checks of a service. A check answers empty when all is well, else one sentence that says what is wrong.
 * Live: the process can still do its work and a restart would not help. Ready: it can take work now. Thread-safe.
 */
public final class Health {
    private final Map<String, Supplier<Optional<String>>> liveness = new ConcurrentSkipListMap<>();
    private final Map<String, Supplier<Optional<String>>> readiness = new ConcurrentSkipListMap<>();

    /** Adds a check whose failure means that the process should be restarted. */
    public void live(String name, Supplier<Optional<String>> check) {
        liveness.put(name, check);
    }

    /** Adds a check whose failure means that the service cannot take work at present. */
    public void ready(String name, Supplier<Optional<String>> check) {
        readiness.put(name, check);
    }

    /** What is wrong with the process, by check; empty when it is live. */
    public Map<String, String> notLive() {
        return failures(liveness);
    }

    /** What keeps the service from taking work, by check; empty when it is ready. */
    public Map<String, String> notReady() {
        var failures = failures(liveness);
        failures.putAll(failures(readiness));
        return failures;
    }

    private static Map<String, String> failures(Map<String, Supplier<Optional<String>>> checks) {
        var failures = new TreeMap<String, String>();
        checks.forEach((name, check) -> check.get().ifPresent(problem -> failures.put(name, problem)));
        return failures;
    }
}
