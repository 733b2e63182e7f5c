package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.schemas.RegistryUnavailableException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;

class PatientSerdeTest {
    /** What Kafka Streams gives a transaction under exactly-once, less the longest that it can be open already. */
    private static final Duration LEFT_OF_A_TRANSACTION = Duration.ofSeconds(10 - 3);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void aRegistryThatIsAwayForAMomentIsWaitedFor() {
        var patient = PatientSerde.of(awayFor(4, Duration.ZERO), this::pass, now::get);

        assertThat(patient.deserializer().deserialize("any", new byte[] {'o', 'k'}))
                .isEqualTo("ok");
        assertThat(attempts).hasValue(5);
    }

    @Test
    void whatIsWrittenWaitsAsWell() {
        var patient = PatientSerde.of(awayFor(4, Duration.ZERO), this::pass, now::get);

        assertThat(patient.serializer().serialize("any", "ok")).containsExactly('o', 'k');
    }

    @Test
    void patienceEndsBeforeKafkaGivesTheTransactionUp() {
        var patient = PatientSerde.of(awayFor(1_000, Duration.ZERO), this::pass, now::get);

        assertThatThrownBy(() -> patient.deserializer().deserialize("any", new byte[1]))
                .isInstanceOf(RegistryUnavailableException.class);
        assertThat(now.get()).isPositive().isLessThan(LEFT_OF_A_TRANSACTION.toNanos());
    }

    @Test
    void aRegistryThatTakesItsTimeToRefuseUsesPatienceUp() {
        var patient = PatientSerde.of(awayFor(1_000, Duration.ofSeconds(2)), this::pass, now::get);

        assertThatThrownBy(() -> patient.deserializer().deserialize("any", new byte[1]))
                .isInstanceOf(RegistryUnavailableException.class);
        assertThat(now.get()).isLessThan(LEFT_OF_A_TRANSACTION.toNanos());
    }

    @Test
    void whoeverIsAskedToStopDoesNotWait() {
        var patient = PatientSerde.of(awayFor(1_000, Duration.ZERO), length -> false, now::get);

        assertThatThrownBy(() -> patient.deserializer().deserialize("any", new byte[1]))
                .isInstanceOf(RegistryUnavailableException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void aBadRecordIsNotWaitedFor() {
        Serde<String> bad = Serdes.serdeFrom((topic, value) -> new byte[0], (topic, bytes) -> {
            throw new SerializationException("bad");
        });

        assertThatThrownBy(() -> PatientSerde.of(bad, this::pass, now::get)
                        .deserializer()
                        .deserialize("any", new byte[1]))
                .isInstanceOf(SerializationException.class);
        assertThat(now).hasValue(0);
    }

    private boolean pass(Duration length) {
        now.addAndGet(length.toNanos());
        return true;
    }

    private Serde<String> awayFor(int refusals, Duration each) {
        var away = Rig.registryAway();
        return Serdes.serdeFrom(
                (topic, value) -> {
                    refuse(refusals, each, away);
                    return Serdes.String().serializer().serialize(topic, value);
                },
                (topic, bytes) -> {
                    refuse(refusals, each, away);
                    return Serdes.String().deserializer().deserialize(topic, bytes);
                });
    }

    private void refuse(int refusals, Duration each, RegistryUnavailableException away) {
        now.addAndGet(each.toNanos());
        if (attempts.incrementAndGet() <= refusals) {
            throw away;
        }
    }
}
