package dzvin.bench.throughput;

import dzvin.schemas.AvroSerdes;
import dzvin.schemas.avro.Report;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads and decodes every report and does nothing else, in one thread: no single reader can be quicker. */
final class Ceiling implements Contender {
    private static final Duration POLL = Duration.ofMillis(200);

    @Override
    public void run(Course course, Stopwatch stopwatch) {
        var settings = new TreeMap<>(course.connection().forClients());
        settings.putAll(Map.of("auto.offset.reset", "earliest", "enable.auto.commit", "false"));
        try (var serdes = new AvroSerdes(course.connection());
                var consumer = new KafkaConsumer<>(
                        settings,
                        new StringDeserializer(),
                        serdes.serde(Report.class).deserializer())) {
            consumer.assign(IntStream.range(0, course.partitions())
                    .mapToObj(partition -> new TopicPartition(course.topics().reports(), partition))
                    .toList());
            long read = 0;
            while (read < course.reports()) {
                var records = consumer.poll(POLL);
                if (read == 0 && !records.isEmpty()) {
                    stopwatch.begin();
                }
                for (var record : records) {
                    read += record.value() == null ? 0 : 1;
                }
            }
            stopwatch.end(read, 0);
        }
    }
}
