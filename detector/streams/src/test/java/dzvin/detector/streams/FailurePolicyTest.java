package dzvin.detector.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_APPLICATION;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.state.UnfitStateException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rocksdb.RocksDBException;

class FailurePolicyTest {
    private final AtomicLong now = new AtomicLong();
    private final FailurePolicy policy = new FailurePolicy(now::get);

    @Test
    void whyTheStateWasRefusedIsKeptForWhoeverHasToDecide() {
        var policy = new FailurePolicy(() -> 0);
        assertThat(policy.unfit()).isEmpty();

        policy.handle(new StreamsException(new UnfitStateException("choose another id")));
        policy.handle(new StreamsException(new IllegalStateException("what came of it")));

        assertThat(policy.unfit().orElseThrow()).hasMessage("choose another id");
    }

    @Test
    void aThreadThatKafkaKeptWaitingIsReplaced() {
        var failure = new StreamsException(new StreamsException(new TimeoutException("no answer in time")));

        assertThat(policy.handle(failure)).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void aMistakeOfOursStopsTheWholeApplicationSinceNoInstanceCouldDigestTheRecord() {
        var failure = new StreamsException(new IllegalStateException("a bucket closed twice"));

        assertThat(policy.handle(failure)).isEqualTo(SHUTDOWN_APPLICATION);
    }

    @Test
    void aWorldThatStaysBrokenStopsThisInstanceInTheEnd() {
        for (int i = 0; i < FailurePolicy.REPLACEMENTS; i++) {
            assertThat(policy.handle(new TimeoutException())).isEqualTo(REPLACE_THREAD);
        }

        assertThat(policy.handle(new TimeoutException())).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void aDeathNowAndThenIsForgottenAfterTenMinutes() {
        for (int i = 0; i < 3 * FailurePolicy.REPLACEMENTS; i++) {
            assertThat(policy.handle(new TimeoutException())).isEqualTo(REPLACE_THREAD);
            now.addAndGet(Duration.ofMinutes(2).toNanos());
        }
    }

    @Test
    void aRegistryThatIsAwayForHoursStopsNothing() {
        var away = new StreamsException(Rig.registryAway());

        for (int i = 0; i < 50 * FailurePolicy.REPLACEMENTS; i++) {
            assertThat(policy.handle(away)).isEqualTo(REPLACE_THREAD);
        }

        assertThat(policy.handle(new TimeoutException()))
                .as("what Kafka may do is not used up")
                .isEqualTo(REPLACE_THREAD);
    }

    @ParameterizedTest
    @MethodSource("ofThisMachine")
    void whatIsWrongWithThisMachineStopsThisInstanceAndNoOther(Throwable failure) {
        assertThat(policy.handle(new StreamsException(failure))).isEqualTo(SHUTDOWN_CLIENT);
    }

    @ParameterizedTest
    @MethodSource("ofTheRecord")
    void whatWouldGoWrongOnEveryMachineStopsTheWholeApplication(Throwable failure) {
        assertThat(policy.handle(new StreamsException(failure))).isEqualTo(SHUTDOWN_APPLICATION);
    }

    private static List<Named<Throwable>> ofThisMachine() {
        return List.of(
                Named.of("no memory", new OutOfMemoryError("Java heap space")),
                Named.of("a library", new UnsatisfiedLinkError("librocksdbjni.so: cannot be executed")),
                Named.of(
                        "a class after a library",
                        new IllegalStateException(new NoClassDefFoundError("org/rocksdb/RocksDB"))),
                Named.of(
                        "RocksDB on a full disk",
                        new ProcessorStateException("putting failed", new RocksDBException("No space left on device"))),
                Named.of(
                        "a checkpoint on a full disk",
                        new ProcessorStateException(
                                "writing failed",
                                new ProcessorStateException(new IOException("No space left on device")))),
                Named.of("a folder that cannot be made", new ProcessorStateException("no such folder")),
                Named.of(
                        "a file system",
                        new UncheckedIOException(new FileSystemException("state", null, "read-only"))));
    }

    private static List<Named<Throwable>> ofTheRecord() {
        return List.of(
                Named.of(
                        "state of another version",
                        new ProcessorStateException(new UncheckedIOException(new EOFException("state of 3 bytes")))),
                Named.of(
                        "a mistake while a table is written",
                        new ProcessorStateException(new IllegalStateException("two rows of one key"))),
                Named.of("a record that is nested without end", new StackOverflowError()));
    }
}
