package dzvin.standalone.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting: its key, what it may be, its default, what it is for. Documentation and {@code dzvin config} print this. */
@SuppressWarnings("ImmutableEnumChecker") // a kind is a record of texts and a pure function
public enum Setting {
    PROFILE("profile", Kind.oneOf("ua", "us"), "ua", "the country at work: number plan, regions, time zone, languages"),
    DATA_DIR(
            "data.dir",
            Kind.path(),
            "data",
            "where `dzvin up` keeps everything, and other commands what they must remember"),

    KAFKA_BOOTSTRAP_SERVERS(
            "kafka.bootstrapServers",
            Kind.text(),
            "localhost:9092",
            "Kafka's bootstrap servers, host:port separated by commas"),
    KAFKA_SETTINGS_FILE(
            "kafka.settingsFile",
            Kind.secretFile(),
            "",
            "a properties file of Kafka client settings (TLS, SASL); what `kafka.settings` says stands above it"),
    SCHEMA_REGISTRY_URL(
            "schemaRegistry.url", Kind.web(), "http://localhost:8082", "a schema registry with Confluent's interface"),

    TOPICS_PREFIX("topics.prefix", Kind.text(), "dzvin", "the first part of every topic's name"),
    TOPICS_PARTITIONS(
            "topics.partitions",
            Kind.number(1, 1_000),
            "6",
            "partitions of topics that do not exist yet; 4 in `dzvin up` and `dzvin demo` unless it is set"),
    TOPICS_REPLICATION(
            "topics.replication",
            Kind.number(-1, 100),
            "-1",
            "copies of each partition; -1 is the brokers' own default"),

    LOG_FORMAT("log.format", Kind.oneOf("plain", "json"), "plain", "how log lines are written"),
    LOG_LEVEL(
            "log.level",
            Kind.oneOf("error", "warn", "info", "debug", "trace"),
            "info",
            "what is logged of Dzvin's own doings"),

    INGEST_HOST("ingest.host", Kind.host(), "127.0.0.1", "the address that ingest listens on"),
    INGEST_PORT("ingest.port", Kind.port(), "8081", "the port of ingest"),
    INGEST_API_KEYS_FILE(
            "ingest.apiKeysFile",
            Kind.secretFile(),
            "",
            "who may report, one a line, `key` or `name:key`; needed unless ingest listens on a loopback address"),
    INGEST_PSEUDONYM_KEY_FILE(
            "ingest.pseudonymKeyFile",
            Kind.secretFile(),
            "",
            "the key that turns contacts into pseudonyms, at least 16 characters; by default one is made in `data.dir`"),
    INGEST_KEEP_TEXT(
            "ingest.keepText",
            Kind.oneOf("keep", "redact", "drop"),
            "redact",
            "what becomes of the words of a call once features are taken from them"),
    INGEST_CODEBOOK_FILE(
            "ingest.codebookFile",
            Kind.path(),
            "",
            "phrases and the features they stand for; by default the profile's own"),
    INGEST_MAX_BODY_BYTES(
            "ingest.maxBodyBytes", Kind.number(1_024, 1 << 30), "1048576", "the largest request that is read"),
    INGEST_MAX_ITEMS("ingest.maxItems", Kind.number(1, 100_000), "1000", "the most reports in one request"),
    INGEST_RATE_PER_SECOND(
            "ingest.ratePerSecond",
            Kind.number(1, 1_000_000),
            "1000",
            "reports that one key may send a second, on average"),
    INGEST_MAX_IN_FLIGHT(
            "ingest.maxInFlight",
            Kind.number(1, 1_000_000),
            "10000",
            "reports on their way to Kafka before further ones are told to come later"),
    INGEST_HEARTBEAT(
            "ingest.heartbeat",
            Kind.duration(),
            "PT1S",
            "how long a partition may be quiet before it gets a heartbeat"),

    DETECTOR_HOST("detector.host", Kind.host(), "127.0.0.1", "the address that the detector listens on"),
    DETECTOR_PORT("detector.port", Kind.port(), "8083", "the port of the detector's health and metrics"),
    DETECTOR_APPLICATION_ID(
            "detector.applicationId",
            Kind.text(),
            "dzvin-detector",
            "the name that instances of one detector share; names its internal topics too"),
    DETECTOR_STATE_DIR(
            "detector.stateDir", Kind.path(), "", "the detector's state on disk; by default `detector` in `data.dir`"),
    DETECTOR_THREADS("detector.threads", Kind.number(1, 256), "1", "threads that count"),
    DETECTOR_STANDBY_REPLICAS(
            "detector.standbyReplicas", Kind.number(0, 10), "0", "instances that keep a warm copy of each state"),
    DETECTOR_INSTANCE_ID(
            "detector.instanceId",
            Kind.text(),
            "",
            "a name of this instance that no other has and that stays: for 45 s its tasks then wait for it to come back;"
                    + " by default the others take over at once when it stops"),
    DETECTOR_EXACTLY_ONCE(
            "detector.exactlyOnce", Kind.flag(), "true", "whether Kafka transactions keep counts exact over a crash"),
    DETECTOR_POLICY_FILE(
            "detector.policyFile", Kind.path(), "", "views, scales, stages, budget; by default the shipped policy"),

    SINK_HOST("sink.host", Kind.host(), "127.0.0.1", "the address that the console and the API listen on"),
    SINK_PORT("sink.port", Kind.port(), "8080", "the port of the console and the API"),
    SINK_API_KEYS_FILE(
            "sink.apiKeysFile",
            Kind.secretFile(),
            "",
            "who may look, one a line, `key` or `name:key`; needed unless the sink listens on a loopback address"),
    SINK_WEBHOOK_URL("sink.webhook.url", Kind.web(), "", "where each alert is posted to; empty: nowhere"),
    SINK_WEBHOOK_SECRET_FILE("sink.webhook.secretFile", Kind.secretFile(), "", "the key that signs what is posted"),
    SINK_FILE("sink.file", Kind.path(), "", "a file that each alert is added to as one line of JSON; empty: none"),
    SINK_STDOUT("sink.stdout", Kind.flag(), "false", "whether each alert is printed as one line of JSON"),

    REGISTRY_HOST("registry.host", Kind.host(), "127.0.0.1", "the address that `dzvin registry` listens on"),
    REGISTRY_PORT("registry.port", Kind.port(), "8082", "the port of `dzvin registry`"),

    EMBEDDED_KAFKA_PORT(
            "embedded.kafkaPort", Kind.port(), "9092", "the port of the Kafka inside `dzvin up` and `dzvin demo`"),
    EMBEDDED_REGISTRY_PORT(
            "embedded.registryPort",
            Kind.port(),
            "8082",
            "the port of the registry inside `dzvin up` and `dzvin demo`");

    private final String key;
    private final Kind kind;
    private final String byDefault;
    private final String purpose;

    Setting(String key, Kind kind, String byDefault, String purpose) {
        this.key = key;
        this.kind = kind;
        this.byDefault = byDefault;
        this.purpose = purpose;
    }

    /** As it is written in {@code dzvin.yaml}, sections and names parted by dots. */
    public String key() {
        return key;
    }

    /** The environment variable that stands above the file. */
    public String variable() {
        return "DZVIN_"
                + key.replaceAll("([a-z])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** What is in force if nobody says otherwise; empty: nothing. */
    String byDefault() {
        return byDefault;
    }

    Kind kind() {
        return kind;
    }

    String purpose() {
        return purpose;
    }

    static Optional<Setting> named(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
