package dzvin.detector.streams.replay;

import dzvin.schemas.Topics;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What everything of one replay is called: prefix of its topics, its application id, its group. It tells when the replay began, so
 * that what a killed one left behind can be known as such.
 */
record ReplayName(String text, Instant began) {
    private static final Pattern SHAPE = Pattern.compile("(dzvin-replay-(\\d{1,15})-[0-9a-f]{8})[.-].*");

    static ReplayName startingAt(Instant now) {
        var tail = UUID.randomUUID().toString().substring(0, 8);
        return new ReplayName("dzvin-replay-" + now.toEpochMilli() + "-" + tail, now);
    }

    /** The replay that a topic belongs to, if it belongs to one. */
    static Optional<ReplayName> ofTopic(String topic) {
        var match = SHAPE.matcher(topic);
        return match.matches()
                ? Optional.of(new ReplayName(match.group(1), Instant.ofEpochMilli(Long.parseLong(match.group(2)))))
                : Optional.empty();
    }

    Topics topics() {
        return new Topics(text);
    }

    boolean owns(String topic) {
        return ofTopic(topic).map(ReplayName::text).filter(text::equals).isPresent();
    }
}
