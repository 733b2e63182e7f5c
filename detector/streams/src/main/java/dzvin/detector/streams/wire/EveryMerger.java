package dzvin.detector.streams.wire;

import dzvin.detector.streams.wire.FromPartition.Counted;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Cells go to the merger of their keys; what a source partition has closed goes to every merger. */
public final class EveryMerger implements StreamPartitioner<String, FromPartition> {
    @Override
    @SuppressWarnings("removal") // the one abstract method of the interface in Kafka 4.4; its successor asks this one
    public Optional<Set<Integer>> partitions(String topic, String key, FromPartition value, int mergers) {
        return Optional.of(
                value instanceof Counted counted
                        ? Set.of(counted.merger())
                        : IntStream.range(0, mergers).boxed().collect(Collectors.toSet()));
    }
}
