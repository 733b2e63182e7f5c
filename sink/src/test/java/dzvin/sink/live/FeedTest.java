package dzvin.sink.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.schemas.Topics;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Campaign;
import dzvin.schemas.avro.Stage;
import dzvin.sink.Samples;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static final TopicPartition ALERTS = new TopicPartition(Topics.LIVE.alerts(), 0);
    private static final TopicPartition CAMPAIGNS = new TopicPartition(Topics.LIVE.campaigns(), 0);

    private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
    private final ReadModel model = new ReadModel(Limits.USUAL);
    private final Feed feed = new Feed(model, new Feed.Decoders(alerts(), campaigns()), kafka, Topics.LIVE);

    @BeforeEach
    void topics() {
        exists(ALERTS.topic(), 1);
        exists(CAMPAIGNS.topic(), 1);
        kafka.updateBeginningOffsets(Map.of(ALERTS, 0L, CAMPAIGNS, 0L));
        kafka.updateEndOffsets(Map.of(ALERTS, 2L, CAMPAIGNS, 1L));
    }

    @Test
    void itIsCaughtUpOnlyWhenItReadAllThatWasThereAtItsStart() {
        feed.turn();
        add(ALERTS, 0, 1);
        add(ALERTS, 1, 2);
        feed.turn();
        var withoutCampaigns = feed.caughtUp();
        add(CAMPAIGNS, 0, 1);
        feed.turn();

        assertThat(withoutCampaigns).isFalse();
        assertThat(feed.caughtUp()).isTrue();
        assertThat(model.alerts(one -> true, 9)).hasSize(2);
        assertThat(model.campaigns(one -> true)).hasSize(1);
    }

    @Test
    void untilTheTopicsExistItWaitsForThem() {
        var empty = new MockConsumer<byte[], byte[]>("earliest");
        var early = new Feed(model, new Feed.Decoders(alerts(), campaigns()), empty, Topics.LIVE);

        assertThat(early.turn()).isFalse();
        assertThat(early.caughtUp()).isFalse();
    }

    @Test
    void aRecordThatCannotBeReadIsLeftOutAndTheRestIsShown() {
        feed.turn();
        add(ALERTS, 0, 99);
        add(ALERTS, 1, 2);
        add(CAMPAIGNS, 0, 1);
        feed.turn();

        assertThat(feed.caughtUp()).isTrue();
        assertThat(model.alerts(one -> true, 9)).extracting(StoredAlert::offset).containsExactly(1L);
    }

    @Test
    void aTombstoneRemovesItsCampaign() {
        feed.turn();
        add(CAMPAIGNS, 0, 1);
        feed.turn();
        kafka.addRecord(new ConsumerRecord<>(
                CAMPAIGNS.topic(), 0, 1, Samples.id("a").toString().getBytes(UTF_8), null));
        feed.turn();

        assertThat(model.campaigns(one -> true)).isEmpty();
    }

    /** Positions in the stream are offsets of one partition: with two, resuming would skip events. */
    @Test
    void aTopicOfManyPartitionsIsRefusedWithItsName() {
        exists(ALERTS.topic(), 3);

        assertThatThrownBy(feed::turn).isInstanceOf(IllegalStateException.class).hasMessageContaining("dzvin.alerts");
    }

    private void exists(String topic, int partitions) {
        kafka.updatePartitions(
                topic,
                IntStream.range(0, partitions)
                        .mapToObj(number -> new PartitionInfo(topic, number, null, null, null))
                        .toList());
    }

    private void add(TopicPartition where, long offset, int number) {
        kafka.addRecord(new ConsumerRecord<>(where.topic(), 0, offset, new byte[] {0}, new byte[] {(byte) number}));
    }

    private static Deserializer<Alert> alerts() {
        return (topic, bytes) -> {
            if (bytes[0] == 99) {
                throw new SerializationException("unreadable");
            }
            return Samples.alert(bytes[0]);
        };
    }

    private static Deserializer<Campaign> campaigns() {
        return (topic, bytes) -> bytes == null ? null : Samples.campaign("a", Stage.MASS, bytes[0]);
    }
}
