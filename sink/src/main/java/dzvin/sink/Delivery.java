package dzvin.sink;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** What came of handing one alert to a channel. */
public sealed interface Delivery {
    /** The receiver has it, for good. */
    record Done() implements Delivery {}

    /**
     * The receiver could not take it now.
     *
     * @param detail one sentence for the log, without numbers or secrets
     * @param notBefore how long the receiver asked to be left alone, zero if it did not
     */
    record TryAgain(Reason reason, String detail, Duration notBefore) implements Delivery {
        public TryAgain {
            requireNonNull(reason, "reason");
            requireNonNull(detail, "detail");
            requireNonNull(notBefore, "notBefore");
        }

        public TryAgain(Reason reason, String detail) {
            this(reason, detail, Duration.ZERO);
        }
    }

    /** The receiver will never take it: it goes to the channel's dead letters. */
    record GiveUp(Reason reason, String detail) implements Delivery {
        public GiveUp {
            requireNonNull(reason, "reason");
            requireNonNull(detail, "detail");
        }
    }

    /** Why an alert was not delivered. Few and fixed, because each is a label of a metric. */
    enum Reason {
        UNREACHABLE,
        TIMEOUT,
        RATE_LIMITED,
        SERVER_ERROR,
        REFUSED,
        REDIRECTED,
        WRITE_FAILED,
        UNREADABLE,
        DEAD_LETTERS_UNAVAILABLE
    }
}
