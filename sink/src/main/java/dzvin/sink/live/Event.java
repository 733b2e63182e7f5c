package dzvin.sink.live;

/**
 * One change, as it is streamed.
 *
 * @param after where a reader stands who has seen it
 * @param type {@code alert}, {@code campaign} or {@code campaign-gone}
 * @param data one line of JSON in UTF-8: shared, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Event(Position after, String type, byte[] data) {}
