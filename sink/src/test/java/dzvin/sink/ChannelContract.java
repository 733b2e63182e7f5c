package dzvin.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.sink.Delivery.TryAgain;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every channel promises. A channel's test inherits it and says how to look at what the receiver got. */
public abstract class ChannelContract {
    /** A channel over the receiver of this test; a second call is the same channel after a crash. */
    protected abstract Channel open();

    /** Ids of the alerts that the receiver got, in order, repeats and all. */
    protected abstract List<String> received();

    /** From now on the receiver takes nothing. */
    protected abstract void breakReceiver();

    /** It takes again. */
    protected abstract void mendReceiver();

    @Test
    void theNameCanBePartOfATopicAndOfAGroup() {
        try (var channel = open()) {
            assertThat(channel.name()).matches("[a-z0-9-]{1,40}");
        }
    }

    @Test
    void alertsArriveInTheOrderInWhichTheyWereHandedOver() {
        try (var channel = open()) {
            for (int number = 1; number <= 3; number++) {
                assertThat(channel.deliver(Samples.message(number))).isEqualTo(new Delivery.Done());
            }
        }

        assertThat(received()).containsExactly(idOf(1), idOf(2), idOf(3));
    }

    @Test
    void aBrokenReceiverMeansTryAgainAndNothingIsLostWhenItIsMended() {
        try (var channel = open()) {
            channel.deliver(Samples.message(1));
            breakReceiver();
            var refused = channel.deliver(Samples.message(2));
            mendReceiver();

            var accepted = channel.deliver(Samples.message(2));

            assertThat(refused).isInstanceOf(TryAgain.class);
            assertThat(accepted).isEqualTo(new Delivery.Done());
        }
        assertThat(received()).containsExactly(idOf(1), idOf(2));
    }

    @Test
    void detailsOfATroubleHoldNoWordsOfTheAlert() {
        try (var channel = open()) {
            breakReceiver();

            var trouble = (TryAgain) channel.deliver(Samples.message(1));

            assertThat(trouble.detail()).isNotBlank().doesNotContain("380441230000", "wave of calls");
        }
    }

    protected static String idOf(int number) {
        return Samples.message(number).id();
    }
}
