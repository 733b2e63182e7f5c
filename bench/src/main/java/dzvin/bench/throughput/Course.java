package dzvin.bench.throughput;

import dzvin.schemas.KafkaConnection;
import dzvin.schemas.Topics;
import dzvin.standalone.kafka.EmbeddedKafka;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a contender runs on.
 *
 * @param prefix of the topics; reports are all there before a run begins
 * @param partitions of the reports
 * @param reports how many there are
 * @param end a time after all of them; heartbeats tell it to every partition
 * @param atMost a contender that takes longer is measured on what it has done by then
 */
record Course(
        String bootstrapServers,
        URI registry,
        String prefix,
        int partitions,
        long reports,
        Instant end,
        Duration atMost) {
    KafkaConnection connection() {
        return new KafkaConnection(bootstrapServers, registry, EmbeddedKafka.clientSettings());
    }

    Topics topics() {
        return new Topics(prefix);
    }

    /** Name of a group, and of all that belongs to it, that no run before had. */
    String freshName() {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** As arguments of another process. */
    List<String> asArguments() {
        return List.of(
                bootstrapServers,
                registry.toString(),
                prefix,
                Integer.toString(partitions),
                Long.toString(reports),
                end.toString(),
                atMost.toString());
    }

    static Course of(List<String> arguments) {
        return new Course(
                arguments.get(0),
                URI.create(arguments.get(1)),
                arguments.get(2),
                Integer.parseInt(arguments.get(3)),
                Long.parseLong(arguments.get(4)),
                Instant.parse(arguments.get(5)),
                Duration.parse(arguments.get(6)));
    }
}
