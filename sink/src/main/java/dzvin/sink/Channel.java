package dzvin.sink;

/**
 * A way out for alerts. A channel sees alerts in order, one at a time, from one thread; what it answers
 * decides whether the next one comes. After a crash the last alerts may come again under the same
 * {@link AlertMessage#key()}.
 */
public interface Channel extends AutoCloseable {
    /** Lower-case letters, digits and hyphens: part of the consumer group, the dead letters' topic and metrics. */
    String name();

    /** Makes ready what delivery needs; called once before the first delivery. */
    default void open() {}

    /**
     * Delivers one alert, within a minute, and says what came of it. Trouble with the receiver is an answer and not an
     * exception.
     */
    Delivery deliver(AlertMessage message);

    @Override
    default void close() {}
}
