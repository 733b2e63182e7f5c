package dzvin.standalone.config;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.streams.DetectorConfig;
import dzvin.ingest.IngestConfig;
import dzvin.ingest.PipelineSettings;
import dzvin.ingest.Profile;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup.Layout;
import dzvin.schemas.Topics;
import dzvin.sink.SinkConfig;
import dzvin.standalone.log.LogFormat;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The settings as the types that the services take. Secrets are read from their files when they are asked for. */
public final class Installation {
    private static final int EMBEDDED_PARTITIONS = 4;

    private final Settings settings;

    public Installation(Settings settings) {
        this.settings = settings;
    }

    /** Kafka and registry as the settings name them. */
    public KafkaConnection connection() {
        var clientSettings = new TreeMap<String, String>();
        settings.path(Setting.KAFKA_SETTINGS_FILE)
                .ifPresent(file -> clientSettings.putAll(SecretFiles.properties(file)));
        clientSettings.putAll(settings.kafkaSettings());
        return guarded(() -> new KafkaConnection(
                settings.text(Setting.KAFKA_BOOTSTRAP_SERVERS),
                settings.uri(Setting.SCHEMA_REGISTRY_URL),
                clientSettings));
    }

    public Topics topics() {
        return guarded(() -> new Topics(settings.text(Setting.TOPICS_PREFIX)));
    }

    /** How topics are made in a Kafka of many nodes. */
    public Layout layout() {
        return layout(settings.number(Setting.TOPICS_PARTITIONS));
    }

    /** How topics are made in the embedded Kafka. */
    public Layout embeddedLayout() {
        return layout(
                settings.isSet(Setting.TOPICS_PARTITIONS)
                        ? settings.number(Setting.TOPICS_PARTITIONS)
                        : EMBEDDED_PARTITIONS);
    }

    public Profile profile() {
        return Profile.named(settings.text(Setting.PROFILE));
    }

    /** What becomes of reports on their way in. Makes a pseudonym key on first use if none is configured. */
    public PipelineSettings pipeline() {
        return guarded(() -> new IngestPart(settings).pipeline(profile(), dataFolder()));
    }

    public IngestConfig ingest(Layout layout) {
        return guarded(() -> new IngestPart(settings).config(layout, profile()));
    }

    public DetectorConfig detector(Layout layout) {
        return guarded(() -> new DetectorPart(settings).config(layout, dataFolder()));
    }

    /** The policy that is configured; by default the one that ships for the profile. */
    public Policy policy() {
        return new DetectorPart(settings).policy(profile().id());
    }

    /** The policy of a file. Throws {@code UsageException} with every problem in it. */
    public static Policy policy(Path file) {
        return DetectorPart.read(file);
    }

    public SinkConfig sink() {
        return guarded(() -> new SinkPart(settings).config());
    }

    public Path dataFolder() {
        return settings.path(Setting.DATA_DIR).orElseThrow();
    }

    public String registryHost() {
        return settings.text(Setting.REGISTRY_HOST);
    }

    public int registryPort() {
        return settings.number(Setting.REGISTRY_PORT);
    }

    public int embeddedKafkaPort() {
        return settings.number(Setting.EMBEDDED_KAFKA_PORT);
    }

    public int embeddedRegistryPort() {
        return settings.number(Setting.EMBEDDED_REGISTRY_PORT);
    }

    public LogFormat logFormat() {
        return LogFormat.valueOf(settings.text(Setting.LOG_FORMAT).toUpperCase(Locale.ROOT));
    }

    public String logLevel() {
        return settings.text(Setting.LOG_LEVEL);
    }

    private Layout layout(int partitions) {
        return guarded(() -> new Layout(partitions, settings.number(Setting.TOPICS_REPLICATION)));
    }

    private <T> T guarded(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw settings.refused(e);
        }
    }
}
