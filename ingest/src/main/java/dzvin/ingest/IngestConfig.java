package dzvin.ingest;

import dzvin.ingest.http.ApiKey;
import dzvin.ingest.http.Limits;
import dzvin.schemas.TopicSetup;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What an operator decides about ingest.
 *
 * @param host the address that HTTP is bound to; without API keys it has to be a loopback one
 * @param port the port, 0 for any that is free
 * @param apiKeys who may send reports
 * @param limits how much is taken
 * @param heartbeat how often quiet partitions are told the time
 * @param layout how topics are laid out that don't exist yet
 * @param profile whose regions and features the form offers
 */
public record IngestConfig(
        String host,
        int port,
        List<ApiKey> apiKeys,
        Limits limits,
        Duration heartbeat,
        TopicSetup.Layout layout,
        Profile profile) {
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration FASTEST = Duration.ofMillis(100);
    private static final Duration SLOWEST = Duration.ofMinutes(1);
    private static final Set<String> LOOPBACK = Set.of("localhost", "::1", "[::1]");

    public IngestConfig {
        apiKeys = List.copyOf(apiKeys);
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(layout, "layout");
        Objects.requireNonNull(profile, "profile");
        require(!host.isBlank(), "ingest.host", "must be an address to bind to", host);
        require(port >= 0 && port <= HIGHEST_PORT, "ingest.port", "must be from 0 to " + HIGHEST_PORT, port);
        require(
                !apiKeys.isEmpty() || isLoopback(host),
                "ingest.apiKeysFile",
                "must name at least one key unless ingest.host is a loopback address, which keeps the world out",
                "none with ingest.host " + host);
        require(
                heartbeat.compareTo(FASTEST) >= 0 && heartbeat.compareTo(SLOWEST) <= 0,
                "ingest.heartbeat",
                "must be from PT0.1S to PT1M, or windows would not close in time",
                heartbeat);
        require(
                apiKeys.stream().map(ApiKey::name).distinct().count() == apiKeys.size(),
                "ingest.apiKeysFile",
                "must give every key a name of its own",
                apiKeys.stream().map(ApiKey::name).toList());
    }

    private static boolean isLoopback(String host) {
        return LOOPBACK.contains(host) || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static void require(boolean holds, String key, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(key + " " + rule + ", got " + value);
        }
    }
}
