package dzvin.detector.streams;

import dzvin.schemas.KafkaConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** What Kafka Streams is told. Settings of the connection come last but for those that the detector's promises rest on. */
public final class StreamsSettings {
    /**
     * How long a commit waits at the most. An alert passes three of them on its way: counting, merging, deciding. Where that matters,
     * {@link Commits} asks for them sooner. Well below the ten seconds after which Kafka gives a transaction up.
     */
    private static final String COMMIT_INTERVAL_MS = "3000";

    /** After a crash without static membership, the others wait this long before they take over. */
    private static final String SESSION_TIMEOUT_MS = "10000";

    /**
     * Whoever has a name in the group is waited for as long, be it after a restart or a crash: enough for a process that is started
     * again, and for its stores to be opened.
     */
    private static final String SESSION_TIMEOUT_OF_A_NAMED_ONE_MS = "45000";

    private static final String HEARTBEAT_INTERVAL_MS = "3000";

    /** Changelogs and cells come in bursts; Kafka's own 16 kB would make many small batches of them. */
    private static final String BATCH_BYTES = Integer.toString(128 << 10);

    /**
     * What a transaction writes reaches a store's disk only when Kafka has committed it. So a crash leaves nothing there that must not be,
     * and Kafka Streams need not wipe the store and read it anew: decision 0033.
     */
    private static final String STORES_TAKE_ONLY_WHAT_IS_COMMITTED = "true";

    /** Kafka Streams adds the number of the thread, for each thread is a member. */
    private static final String INSTANCE_ID = StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);

    /** A topic's setting: how far ahead of the broker's clock its records may be. */
    public static final String LATEST_TIME = "message.timestamp.after.max.ms";

    /**
     * Some records of internal topics are stamped with the time of this machine, and nobody reads it. A broker that refused what is an
     * hour ahead of it, as brokers do, would let one wrong clock stop the whole application.
     */
    public static final String ANY_TIME = Long.toString(Long.MAX_VALUE);

    private StreamsSettings() {}

    /** Whether the group waits for this instance to come back. */
    static boolean namesTheInstance(Properties settings) {
        return settings.containsKey(INSTANCE_ID);
    }

    /** @param reports name of the topic of reports */
    public static Properties of(
            DetectorConfig config, KafkaConnection connection, String reports, DetectorMeters meters) {
        var settings = new HashMap<String, Object>(defaults());
        config.instanceId()
                .ifPresent(id ->
                        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_OF_A_NAMED_ONE_MS));
        settings.putAll(connection.forClients());
        settings.putAll(promises(config));
        settings.put(UndecodableReports.REPORTS_TOPIC, reports);
        settings.put(UndecodableReports.METERS, meters);
        settings.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, ReportsLog.undecodable(reports));
        var properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    private static Map<String, Object> defaults() {
        return Map.of(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                COMMIT_INTERVAL_MS,
                StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG),
                BATCH_BYTES,
                StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
                StoresOnDisk.class.getName(),
                StreamsConfig.TRANSACTIONAL_STATE_STORES_CONFIG,
                STORES_TAKE_ONLY_WHAT_IS_COMMITTED,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                SESSION_TIMEOUT_MS,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                HEARTBEAT_INTERVAL_MS,
                StreamsConfig.topicPrefix(LATEST_TIME),
                ANY_TIME,
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
                "earliest",
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
                "lz4");
    }

    /** A setting of the connection cannot take these back. */
    private static Map<String, Object> promises(DetectorConfig config) {
        var promises = new HashMap<String, Object>();
        promises.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        promises.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        promises.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        promises.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbyReplicas());
        config.instanceId().ifPresent(id -> promises.put(INSTANCE_ID, id));
        promises.put(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                config.exactlyOnce() ? StreamsConfig.EXACTLY_ONCE_V2 : StreamsConfig.AT_LEAST_ONCE);
        promises.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, config.layout().replication());
        promises.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        promises.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
        promises.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UndecodableReports.class.getName());
        promises.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UndigestibleRecords.class.getName());
        promises.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnwritableRecords.class.getName());
        return promises;
    }
}
