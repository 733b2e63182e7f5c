package dzvin.bench.throughput;

import dzvin.schemas.AvroSerdes;
import dzvin.schemas.avro.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.kstream.WindowedSerdes;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The job as a Kafka Streams program of the usual kind: each report becomes one record for each of its keys, these are sent on by key,
 * and a windowed aggregate counts people. Results are coalesced by the record cache and written at each commit, for to suppress
 * or to emit on window close costs more. It drops no duplicates, has no baselines, and decides nothing.
 */
final class PlainStreams implements Contender {
    static final int COMMIT_INTERVAL_MS = 3_000;

    private final int threads;
    private final boolean exactlyOnce;
    private final Duration grace;

    /** @param grace how late a record may come to its window; one that is later is dropped */
    PlainStreams(int threads, boolean exactlyOnce, Duration grace) {
        this.threads = threads;
        this.exactlyOnce = exactlyOnce;
        this.grace = grace;
    }

    @Override
    public void run(Course course, Stopwatch stopwatch) throws Exception {
        var output = course.prefix() + ".people";
        InternalTopics.create(course.connection(), output, course.partitions());
        try (var serdes = new AvroSerdes(course.connection());
                var streams =
                        new KafkaStreams(topology(course, serdes, output), settings(course, threads, exactlyOnce))) {
            streams.start();
            stopwatch.measure(course, Job.progress(new DroppedRecords(streams)::sum));
        }
    }

    private Topology topology(Course course, AvroSerdes serdes, String output) {
        var builder = new StreamsBuilder();
        var window = Job.POLICY.bucket();
        builder.stream(course.topics().reports(), Consumed.with(Serdes.String(), serdes.serde(Report.class)))
                .filter((number, report) -> report != null)
                .flatMap((number, report) -> {
                    long person = Job.person(report);
                    return Job.keys(report).stream()
                            .map(key -> KeyValue.pair(key, person))
                            .toList();
                })
                .groupByKey(Grouped.with("by-key", Serdes.String(), Serdes.Long()))
                .windowedBy(TimeWindows.ofSizeAndGrace(window, grace))
                .aggregate(
                        People::new,
                        (key, person, people) -> {
                            Job.COUNTED.increment();
                            return people.add(person);
                        },
                        Materialized.<String, People, WindowStore<Bytes, byte[]>>as("people")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(People.serde())
                                .withRetention(window.plus(grace).multipliedBy(2)))
                .toStream()
                .mapValues(People::people)
                .to(
                        output,
                        Produced.with(
                                WindowedSerdes.timeWindowedSerdeFrom(String.class, window.toMillis()), Serdes.Long()));
        return builder.build();
    }

    static Properties settings(Course course, int threads, boolean exactlyOnce) throws IOException {
        var settings = new Properties();
        settings.putAll(course.connection().forClients());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, course.freshName());
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                Files.createTempDirectory("dzvin-bench-").toString());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        settings.put(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                exactlyOnce ? StreamsConfig.EXACTLY_ONCE_V2 : StreamsConfig.AT_LEAST_ONCE);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 64L << 20);
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        settings.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
        return settings;
    }
}
