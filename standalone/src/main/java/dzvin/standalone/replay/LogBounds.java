package dzvin.standalone.replay;

import dzvin.schemas.KafkaConnection;
import dzvin.standalone.failure.CannotRunException;
import java.util.HashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Where the logs of a topic begin and end at a moment.
 *
 * @param cluster that the topic is in
 * @param begins offset of the first record of each partition that is still there
 * @param ends offset after the last committed one
 */
public record LogBounds(String cluster, SortedMap<Integer, Long> begins, SortedMap<Integer, Long> ends) {
    /** Asks Kafka. */
    public static LogBounds of(KafkaConnection connection, String topic) {
        try (var admin = Admin.create(connection.forClients())) {
            var cluster = admin.describeCluster().clusterId().get();
            var described = admin.describeTopics(List.of(topic)).allTopicNames().get();
            int partitions = described.get(topic).partitions().size();
            return new LogBounds(
                    cluster,
                    offsets(admin, topic, partitions, OffsetSpec.earliest()),
                    offsets(admin, topic, partitions, OffsetSpec.latest()));
        } catch (ExecutionException e) {
            throw refused(connection, topic, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRunException("interrupted while looking at the topic " + topic, e);
        }
    }

    /** How many partitions there are. */
    public int partitions() {
        return ends.size();
    }

    private static SortedMap<Integer, Long> offsets(Admin admin, String topic, int partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        var asked = new HashMap<TopicPartition, OffsetSpec>();
        for (int partition = 0; partition < partitions; partition++) {
            asked.put(new TopicPartition(topic, partition), which);
        }
        var found = new TreeMap<Integer, Long>();
        admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get()
                .forEach((partition, offset) -> found.put(partition.partition(), offset.offset()));
        return found;
    }

    private static CannotRunException refused(KafkaConnection connection, String topic, Throwable problem) {
        if (problem instanceof UnknownTopicOrPartitionException) {
            return new CannotRunException(
                    "there is no topic " + topic + " in the Kafka at " + connection.bootstrapServers()
                            + ": was anything ever reported there? is topics.prefix right?",
                    problem);
        }
        return new CannotRunException("cannot look at the topic " + topic + ": " + problem.getMessage(), problem);
    }
}
