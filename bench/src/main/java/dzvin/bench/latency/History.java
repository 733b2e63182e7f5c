package dzvin.bench.latency;

import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.NumberKind;
import dzvin.schemas.avro.Report;
import dzvin.standalone.running.Backbone;
import dzvin.standalone.running.Running;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Hours of everyday reports in the data folder of an installation that has not started yet: without a past nothing rings. */
final class History {
    private static final Duration LENGTH = Duration.ofHours(8);
    private static final int PARTITIONS = 4;

    private final SplittableRandom random = new SplittableRandom(20_261_125);

    /** @param perSecond so many that everyday keys are too busy, in the history and after it, to be told early */
    void fill(Path data, double perSecond) {
        try (var running = new Running()) {
            var connection = Backbone.start(running, data, 0, 0);
            TopicSetup.ensure(connection, Topics.LIVE, new TopicSetup.Layout(PARTITIONS, 1));
            send(connection, perSecond);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // flush waits for all
    private void send(KafkaConnection connection, double perSecond) {
        var settings = new TreeMap<>(connection.forClients());
        settings.putAll(Map.of("compression.type", "lz4", "linger.ms", "20"));
        try (var serdes = new AvroSerdes(connection);
                var producer = new KafkaProducer<>(
                        settings,
                        new StringSerializer(),
                        serdes.serde(Report.class).serializer())) {
            var from = Instant.now().minus(LENGTH);
            long reports = (long) (LENGTH.toSeconds() * perSecond);
            for (long i = 0; i < reports; i++) {
                var report = report(i, from.plusMillis((long) (1_000 * i / perSecond)));
                producer.send(new ProducerRecord<>(
                        Topics.LIVE.reports(),
                        null,
                        report.getReceivedAt().toEpochMilli(),
                        report.getNumber(),
                        report));
            }
            producer.flush();
        }
    }

    private Report report(long index, Instant at) {
        return Report.newBuilder()
                .setId("past-" + index)
                .setReceivedAt(at)
                .setNumber("+" + (380_440_000_000L + random.nextInt(100_000)))
                .setNumberKind(NumberKind.E164)
                .setRegion(Everyday.region(random))
                .setChannel("hotline")
                .setReporter("past-" + index)
                .build();
    }
}
