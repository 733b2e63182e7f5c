package dzvin.detector.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells which record stopped the detector, at which stage and why: in one line of the log, and with its bytes in a letter. Only of
 * records that are at fault; when Kafka, the registry or this machine is, no record has anything to do with it.
 */
final class LastWord {
    private static final Logger log = LoggerFactory.getLogger(LastWord.class);

    private final FailureLetters letters;

    private LastWord(FailureLetters letters) {
        this.letters = letters;
    }

    static LastWord from(Map<String, ?> settings) {
        return new LastWord(
                settings.get(FailureLetters.SETTING) instanceof FailureLetters letters ? letters : FailureLetters.NONE);
    }

    /**
     * @param attempt what was done with the record when it failed
     * @param key of the record that was read; where there is none, as when tables are written at a commit, of the one that was written
     */
    void say(String attempt, ErrorHandlerContext context, byte[] key, Throwable failure) {
        if (FailureOrigin.of(failure) != FailureOrigin.OURS) {
            return;
        }
        log.atError()
                .addKeyValue("attempt", attempt)
                .addKeyValue("stage", context.processorNodeId())
                .addKeyValue("task", context.taskId())
                .addKeyValue("topic", context.topic())
                .addKeyValue("partition", context.partition())
                .addKeyValue("offset", context.offset())
                .addKeyValue("reason", failure.getClass().getName() + ": " + Place.reason(failure))
                .log("a record stopped the detector");
        letters.send(key, context.sourceRawValue(), headers(attempt, context, failure));
    }

    private static Headers headers(String attempt, ErrorHandlerContext context, Throwable failure) {
        return new Place(context.topic(), context.partition(), context.offset())
                .headers(context.headers(), failure)
                .add("dzvin.attempt", attempt.getBytes(UTF_8))
                .add("dzvin.stage", String.valueOf(context.processorNodeId()).getBytes(UTF_8))
                .add("dzvin.task", String.valueOf(context.taskId()).getBytes(UTF_8))
                .add("dzvin.failure", failure.getClass().getName().getBytes(UTF_8));
    }
}
