package dzvin.detector.streams.replay;

import dzvin.detector.streams.ReportsLog;
import dzvin.detector.streams.StreamsSettings;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Lets the topics of a replay hold times ahead of the broker's clock. A replay of yesterday ends weeks from now, since campaigns end
 * in silence; brokers refuse records more than an hour ahead, rightly, where a sender's clock is wrong. The
 * topics that Kafka Streams makes hold any time anyway, see {@link StreamsSettings}.
 */
final class FutureTimes {
    private final KafkaConnection connection;

    FutureTimes(KafkaConnection connection) {
        this.connection = connection;
    }

    void allowIn(Topics topics) {
        var names = new ArrayList<>(topics.all());
        names.add(ReportsLog.undecodable(topics.reports()));
        var allow = new AlterConfigOp(
                new ConfigEntry(StreamsSettings.LATEST_TIME, StreamsSettings.ANY_TIME), AlterConfigOp.OpType.SET);
        var changes = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        names.forEach(name -> changes.put(new ConfigResource(ConfigResource.Type.TOPIC, name), List.of(allow)));
        try (var admin = Admin.create(connection.forClients())) {
            admin.incrementalAlterConfigs(changes).all().get();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "could not let " + names + " hold future times: "
                            + e.getCause().getMessage(),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while setting up " + names, e);
        }
    }
}
