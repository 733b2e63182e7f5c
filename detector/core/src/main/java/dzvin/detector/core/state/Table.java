package dzvin.detector.core.state;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * Where a stage keeps what must survive it: values by key, in the order of keys. A stage that changes a value it got
 * must put it again. Used by one thread.
 */
public interface Table<V> {
    /** The value, or null. */
    V get(String key);

    /** Says which keys are asked for next: a table may fetch them all at once. Answers are the same without it. */
    default void expect(List<String> keys) {}

    void put(String key, V value);

    void remove(String key);

    /** Each entry with {@code from <= key < to}, in the order of keys; the table must not be changed meanwhile. */
    void forEach(String from, String to, BiConsumer<String, V> action);

    /** Each entry in the order of keys; the table must not be changed meanwhile. */
    void forEach(BiConsumer<String, V> action);

    /** Each entry in whatever order is cheapest, which may differ from one time to the next; the table must not be changed meanwhile. */
    default void forEachUnordered(BiConsumer<String, V> action) {
        forEach(action);
    }

    /** Whether rows are kept; for a table that keeps none a stage need not make any. */
    default boolean keeps() {
        return true;
    }
}
