package dzvin.detector.streams;

import static java.util.Objects.requireNonNull;

import dzvin.schemas.TopicSetup;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a detector runs. How Kafka is reached is a {@code KafkaConnection}, what it rings for a {@code Policy}.
 *
 * @param applicationId consumer group, and the first part of the names of changelogs and repartition topics: another id
 *     is another detector that starts from the first report
 * @param stateDir where stores are kept on disk; losing it costs a restoration, never a count
 * @param threads stream threads; as many as there are partitions of reports can be kept busy
 * @param exactlyOnce whether a crash may repeat nothing; without it counts can go up twice
 * @param standbyReplicas copies of the stores on other instances, for a short takeover
 * @param instanceId by which the group knows this instance when it comes back soon: its tasks wait for it and nobody else moves;
 *     without one it is a newcomer at each start
 * @param host address of health and metrics
 * @param port 0 for any free one
 * @param layout of topics that don't exist yet
 */
public record DetectorConfig(
        String applicationId,
        Path stateDir,
        int threads,
        boolean exactlyOnce,
        int standbyReplicas,
        Optional<String> instanceId,
        String host,
        int port,
        TopicSetup.Layout layout) {
    private static final Pattern LEGAL_ID = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
    private static final int HIGHEST_PORT = 65_535;

    /** An instance that is a newcomer at each start. */
    public DetectorConfig(
            String applicationId,
            Path stateDir,
            int threads,
            boolean exactlyOnce,
            int standbyReplicas,
            String host,
            int port,
            TopicSetup.Layout layout) {
        this(applicationId, stateDir, threads, exactlyOnce, standbyReplicas, Optional.empty(), host, port, layout);
    }

    public DetectorConfig {
        requireId("detector.applicationId", applicationId);
        require(stateDir != null, "detector.stateDir", "must be a folder", stateDir);
        require(threads >= 1, "detector.threads", "must be at least 1", threads);
        require(standbyReplicas >= 0, "detector.standbyReplicas", "must not be negative", standbyReplicas);
        instanceId.ifPresent(id -> requireId("detector.instanceId", id));
        require(host != null && !host.isBlank(), "detector.host", "must be an address to bind", host);
        require(port >= 0 && port <= HIGHEST_PORT, "detector.port", "must be 0 to " + HIGHEST_PORT, port);
        requireNonNull(layout, "layout");
    }

    /** One thread on this machine, exactly once. */
    public static DetectorConfig local(Path stateDir, int port, TopicSetup.Layout layout) {
        return new DetectorConfig("dzvin-detector", stateDir, 1, true, 0, "127.0.0.1", port, layout);
    }

    /** The same for both: Kafka lets names of topics and of members consist of the same characters. */
    private static void requireId(String key, String id) {
        require(
                id != null && LEGAL_ID.matcher(id).matches(),
                key,
                "must be 1 to 100 letters, digits, '.', '_' or '-', not starting with '.'",
                id);
    }

    private static void require(boolean valid, String key, String rule, Object value) {
        if (!valid) {
            throw new IllegalArgumentException(key + " " + rule + ", got " + value);
        }
    }
}
