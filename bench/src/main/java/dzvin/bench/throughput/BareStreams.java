package dzvin.bench.throughput;

import dzvin.schemas.AvroSerdes;
import dzvin.schemas.avro.Report;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;

/** Kafka Streams, which reads and decodes every report, commits, and does nothing else: no topology can be quicker. */
final class BareStreams implements Contender {
    private final int threads;

    BareStreams(int threads) {
        this.threads = threads;
    }

    @Override
    public void run(Course course, Stopwatch stopwatch) throws Exception {
        var read = new LongAdder();
        try (var serdes = new AvroSerdes(course.connection())) {
            var builder = new StreamsBuilder();
            builder.stream(course.topics().reports(), Consumed.with(Serdes.String(), serdes.serde(Report.class)))
                    .foreach((number, report) -> {
                        if (report != null) {
                            read.increment();
                        }
                    });
            try (var streams = new KafkaStreams(builder.build(), PlainStreams.settings(course, threads, true))) {
                streams.start();
                stopwatch.measure(course, new Progress() {
                    @Override
                    public double done() {
                        return read.sum();
                    }

                    @Override
                    public double lost() {
                        return 0;
                    }
                });
            }
        }
    }
}
