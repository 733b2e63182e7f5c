package dzvin.detector.streams;

import java.util.Optional;

/** Finds a failure of a type under the wrappings that Kafka Streams puts around it. */
final class CauseOf {
    /** A chain that is longer than this goes round in a circle. */
    private static final int DEEPEST = 50;

    private CauseOf() {}

    static <T extends Throwable> Optional<T> type(Class<T> type, Throwable failure) {
        var cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }
}
