package dzvin.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.Topics;
import dzvin.schemas.avro.Alert;
import dzvin.sink.Delivery.GiveUp;
import dzvin.sink.Delivery.Reason;
import dzvin.sink.Delivery.TryAgain;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChannelRunnerTest {
    private static final TopicPartition ALERTS = new TopicPartition(Topics.LIVE.alerts(), 0);
    private static final Delivery DONE = new Delivery.Done();
    private static final Delivery LATER = new TryAgain(Reason.UNREACHABLE, "nobody is there");

    private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
    private final MockProducer<byte[], byte[]> deadLetters =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final ScriptedChannel channel = new ScriptedChannel();
    private ChannelRunner runner;

    @BeforeEach
    void start() {
        var mailbox = new Mailbox(kafka, ALERTS.topic());
        kafka.updateBeginningOffsets(Map.of(ALERTS, 0L));
        kafka.rebalance(List.of(ALERTS));
        var letters = new DeadLetters(deadLetters, Topics.LIVE);
        var pace = new ChannelRunner.Pace(
                new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), () -> 1.0), nanos::get);
        runner = new ChannelRunner(
                new ChannelRunner.Parts(channel, mailbox, numbered(), letters),
                pace,
                new ChannelMetrics(meters, channel.name()));
    }

    @Test
    void progressIsKeptOnlyAfterTheDelivery() {
        ring(1);
        channel.answers(LATER, DONE);

        runner.turn();
        var afterTheFailure = committed();
        pass(Duration.ofSeconds(1));
        runner.turn();

        assertThat(afterTheFailure).isEqualTo(0);
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void theNextAlertWaitsUntilTheOneBeforeItIsDelivered() {
        ring(1);
        ring(2);
        channel.answers(LATER, DONE, DONE);

        runner.turn();
        pass(Duration.ofSeconds(1));
        runner.turn();
        runner.turn();

        assertThat(channel.handed).containsExactly(1, 1, 2);
    }

    @Test
    void beforeTheBackOffIsOverNothingIsHandedOverAndKafkaIsStillPolled() {
        ring(1);
        channel.answers(LATER);
        runner.turn();

        pass(Duration.ofMillis(999));
        runner.turn();

        assertThat(channel.handed).containsExactly(1);
        assertThat(kafka.paused()).containsExactly(ALERTS);
    }

    @Test
    void waitsDoubleUpToTheLongest() {
        ring(1);
        channel.answers(LATER, LATER, LATER, LATER, LATER, LATER);
        var waits = List.of(1, 2, 4, 8, 8);

        runner.turn();
        for (int wait : waits) {
            pass(Duration.ofSeconds(wait).minusNanos(1));
            runner.turn();
            pass(Duration.ofNanos(1));
            runner.turn();
        }

        assertThat(channel.handed).hasSize(6);
    }

    @Test
    void aReceiverThatAsksForMoreTimeGetsIt() {
        ring(1);
        channel.answers(new TryAgain(Reason.RATE_LIMITED, "busy", Duration.ofSeconds(30)), DONE);

        runner.turn();
        pass(Duration.ofSeconds(29));
        runner.turn();
        var early = List.copyOf(channel.handed);
        pass(Duration.ofSeconds(1));
        runner.turn();

        assertThat(early).containsExactly(1);
        assertThat(channel.handed).containsExactly(1, 1);
    }

    @Test
    void whatIsGivenUpGoesToTheDeadLettersAsItWasAndTheNextOneFollows() {
        ring(1);
        ring(2);
        channel.answers(new GiveUp(Reason.REFUSED, "the receiver answered 400"), DONE);

        runner.turn();
        runner.turn();

        var letter = deadLetters.history().get(0);
        assertThat(letter.topic()).isEqualTo("dzvin.alerts.undelivered.scripted");
        assertThat(letter.value()).isEqualTo(new byte[] {1});
        assertThat(new String(letter.headers().lastHeader("dzvin.reason").value(), UTF_8))
                .isEqualTo("REFUSED");
        assertThat(new String(letter.headers().lastHeader("dzvin.source").value(), UTF_8))
                .isEqualTo("dzvin.alerts-0@0");
        assertThat(channel.handed).containsExactly(1, 2);
        assertThat(committed()).isEqualTo(2);
    }

    @Test
    void aRecordThatCannotBeReadIsSetAsideAndDoesNotStopTheChannel() {
        ring(99);
        ring(2);
        channel.answers(DONE);

        runner.turn();
        runner.turn();

        assertThat(deadLetters.history()).hasSize(1);
        assertThat(channel.handed).containsExactly(2);
    }

    @Test
    void whileDeadLettersCannotBeKeptTheAlertIsNotPassedOver() {
        ring(1);
        channel.answers(new GiveUp(Reason.REFUSED, "no"), new GiveUp(Reason.REFUSED, "no"));
        deadLetters.sendException = new org.apache.kafka.common.errors.TimeoutException("Kafka is away");

        runner.turn();
        var whileAway = committed();
        deadLetters.sendException = null;
        pass(Duration.ofSeconds(1));
        runner.turn();

        assertThat(whileAway).isEqualTo(0);
        assertThat(deadLetters.history()).hasSize(1);
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void anAlertWhosePartitionWentToAnotherInstanceIsLeftToIt() {
        ring(1);
        channel.answers(LATER);
        runner.turn();

        kafka.rebalance(List.of());
        pass(Duration.ofSeconds(1));
        runner.turn();

        assertThat(channel.handed).containsExactly(1);
    }

    @Test
    void attemptsAreDeliveredTriedAgainAndUndelivered() {
        ring(1);
        ring(2);
        channel.answers(LATER, DONE, new GiveUp(Reason.REFUSED, "no"));

        runner.turn();
        pass(Duration.ofSeconds(1));
        runner.turn();
        runner.turn();

        assertThat(count("dzvin.sink.attempts")).isEqualTo(3);
        assertThat(count("dzvin.sink.delivered")).isEqualTo(1);
        assertThat(count("dzvin.sink.tried.again")).isEqualTo(1);
        assertThat(count("dzvin.sink.undelivered")).isEqualTo(1);
        assertThat(meters.get("dzvin.sink.waiting").gauge().value()).isZero();
    }

    private double count(String name) {
        return meters.get(name).counter().count();
    }

    private void ring(int number) {
        long offset = number == 99 ? 0 : number - 1;
        kafka.addRecord(new ConsumerRecord<>(ALERTS.topic(), 0, offset, new byte[] {0}, new byte[] {(byte) number}));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private long committed() {
        var offset = kafka.committed(Set.of(ALERTS)).get(ALERTS);
        return offset == null ? 0 : offset.offset();
    }

    /** A byte stands for the alert of that number; 99 for one that cannot be read. */
    private static Deserializer<Alert> numbered() {
        return (topic, bytes) -> {
            if (bytes[0] == 99) {
                throw new SerializationException("unreadable");
            }
            return Samples.alert(bytes[0]);
        };
    }
}
