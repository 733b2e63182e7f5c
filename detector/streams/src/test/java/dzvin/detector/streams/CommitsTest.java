package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommitsTest {
    private static final long NOW = Duration.ofDays(20_000).toMillis();

    private final MockProcessorContext<String, String> context = new MockProcessorContext<>();
    private final Pace pace = new Pace();
    private Commits commits;

    @BeforeEach
    void begin() {
        context.setCurrentSystemTimeMs(NOW);
        commits = new Commits(context, Policies.everyView(), pace);
    }

    @Test
    void aTaskThatHasWorkedAsksOnceWithinTheSecond() {
        commits.worked();
        secondsPass(1);
        assertThat(context.committed()).isTrue();

        context.resetCommit();
        secondsPass(1);

        assertThat(context.committed()).isFalse();
    }

    @Test
    void atAFastPaceItWaitsUntilThePaceIsOver() {
        secondsPass(1);
        for (int i = 0; i < 100_000; i++) {
            pace.counted();
        }
        commits.worked();
        quarterPasses();
        assertThat(context.committed()).isFalse();

        quarterPasses();

        assertThat(context.committed()).isTrue();
    }

    @Test
    void whatIsSentByALiveRecordIsCommittedAtOnceAndHistoryIsNot() {
        commits.sent(NOW - Duration.ofDays(1).toMillis());
        assertThat(context.committed()).isFalse();

        commits.sent(NOW - Duration.ofMinutes(1).toMillis());

        assertThat(context.committed()).isTrue();
    }

    @Test
    void aSecondWordWithinATenthOfASecondDoesNotAskAgain() {
        commits.commitSoon();
        context.resetCommit();
        commits.commitSoon();
        assertThat(context.committed()).isFalse();

        context.setCurrentSystemTimeMs(NOW + 100);
        commits.commitSoon();

        assertThat(context.committed()).isTrue();
    }

    /** Else an early word that came shortly after another commit would wait for the usual one, a second later. */
    @Test
    void aWordThatCameTooSoonIsCommittedWhenTheTenthOfASecondIsOver() {
        commits.commitSoon();
        context.resetCommit();
        commits.commitSoon();

        pass(50);
        assertThat(context.committed()).isFalse();
        pass(50);
        assertThat(context.committed()).isTrue();

        context.resetCommit();
        pass(100);
        assertThat(context.committed()).as("nobody waits any more").isFalse();
    }

    @Test
    void aClockThatIsSetBackHoldsNoCommitUp() {
        commits.commitSoon();
        context.resetCommit();

        context.setCurrentSystemTimeMs(NOW - Duration.ofDays(5).toMillis());
        commits.commitSoon();

        assertThat(context.committed()).isTrue();
    }

    private void secondsPass(int seconds) {
        for (int quarter = 0; quarter < 4 * seconds; quarter++) {
            quarterPasses();
        }
    }

    private void quarterPasses() {
        pass(250);
    }

    private void pass(long millis) {
        long now = context.currentSystemTimeMs() + millis;
        context.setCurrentSystemTimeMs(now);
        context.scheduledPunctuators().forEach(each -> each.getPunctuator().punctuate(now));
    }
}
