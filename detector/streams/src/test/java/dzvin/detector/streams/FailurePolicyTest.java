package dzvin.detector.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_APPLICATION;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FailurePolicyTest {
    private final AtomicLong now = new AtomicLong();
    private final FailurePolicy policy = new FailurePolicy(now::get);

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
}
