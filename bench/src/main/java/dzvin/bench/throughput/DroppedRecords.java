package dzvin.bench.throughput;

import java.util.List;
import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Records that Kafka Streams dropped: in this job those that came when the grace of their window was over. Each task's time is the
 * largest that it has read, and it reads what several tasks before it have written as it comes.
 */
final class DroppedRecords {
    private static final String GROUP = "stream-task-metrics";
    private static final String NAME = "dropped-records-total";
    private static final int LOOK_FOR_TASKS = 100;

    private final KafkaStreams streams;
    private List<? extends Metric> perTask = List.of();
    private long looks;

    DroppedRecords(KafkaStreams streams) {
        this.streams = streams;
    }

    /** The metrics themselves are looked for rarely: to list them all costs more than the job's poll of its progress may. */
    long sum() {
        if (looks++ % LOOK_FOR_TASKS == 0) {
            perTask = streams.metrics().entrySet().stream()
                    .filter(metric -> metric.getKey().group().equals(GROUP)
                            && metric.getKey().name().equals(NAME))
                    .map(metric -> metric.getValue())
                    .toList();
        }
        return (long) perTask.stream()
                .mapToDouble(metric -> (double) metric.metricValue())
                .sum();
    }
}
