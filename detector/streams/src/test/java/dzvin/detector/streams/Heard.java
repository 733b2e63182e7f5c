package dzvin.detector.streams;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What a class says in the log at INFO and above, with its key-values; until it is closed. */
final class Heard implements AutoCloseable {
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger;
    private final Level before;

    Heard(Class<?> speaker) {
        this.logger = (Logger) LoggerFactory.getLogger(speaker);
        this.before = logger.getLevel();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        lines.start();
    }

    List<String> lines() {
        return lines.list.stream()
                .map(line -> line.getLevel() + " " + line.getFormattedMessage() + " " + line.getKeyValuePairs())
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(lines);
        logger.setLevel(before);
    }
}
