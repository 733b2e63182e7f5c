package dzvin.ingest.http;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Set;

/**
 * Keeps other sites' pages from sending reports with an operator's browser. Such a page can reach this service where no
 * key is needed: directly, which browsers announce by {@code Sec-Fetch-Site} and {@code Origin}, or under a name of its own
 * that it lets point here, which shows in {@code Host}. Programs send none of the first two and are not concerned.
 */
record SameOrigin(boolean localOnly) {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    void check(Context request) {
        var host = request.host() == null ? "" : request.host().toLowerCase(Locale.ROOT);
        if (localOnly && !LOCAL.contains(host.replaceFirst(":\\d+$", ""))) {
            throw new ProblemException(
                    Problem.FORBIDDEN,
                    "Without API keys this service answers to localhost only: configure ingest.apiKeysFile to open it.");
        }
        var site = request.header("Sec-Fetch-Site");
        var origin = request.header("Origin");
        boolean foreign = site != null && !OWN.contains(site);
        if (foreign || (origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(host))) {
            throw new ProblemException(Problem.FORBIDDEN, "Pages of other sites may not send reports.");
        }
    }
}
