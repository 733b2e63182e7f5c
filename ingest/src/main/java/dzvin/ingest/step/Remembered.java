package dzvin.ingest.step;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers that cost much and are asked for again soon, by what was asked: between one and two generations of the latest ones, so that
 * memory is bounded. Thread-safe; an answer may be worked out more than once.
 */
final class Remembered<A> {
    /** Questions in a generation. */
    private static final int GENERATION = 1 << 15;

    private final Function<String, A> source;
    private volatile Map<String, A> young = new ConcurrentHashMap<>();
    private volatile Map<String, A> old = Map.of();

    /** @param source gives the same answer each time, never null */
    Remembered(Function<String, A> source) {
        this.source = source;
    }

    A answer(String question) {
        var known = young.get(question);
        if (known != null) {
            return known;
        }
        var before = old.get(question);
        var answer = before == null ? source.apply(question) : before;
        keep(question, answer);
        return answer;
    }

    private void keep(String question, A answer) {
        young.put(question, answer);
        if (young.size() > GENERATION) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
