package dzvin.standalone.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where log lines go and how they are written. To be called before anything else logs. */
public final class Logging {
    private static final String PLAIN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}: %msg %kvp%n%ex{full}";

    /** These say at WARN what is normal when one process is both ends of a connection, and after a kill. */
    private static final List<String> NOISY = List.of(
            "org.apache.kafka.common.utils.internals.AppInfoParser",
            "org.apache.kafka.controller.QuorumController",
            "org.apache.kafka.clients.NetworkClient",
            "org.apache.kafka.streams.StreamsConfig",
            "org.apache.kafka.streams.processor.internals.ProcessorStateManager",
            "org.apache.kafka.streams.processor.internals.StateDirectory");

    private Logging() {}

    /** For services: standard error, as a log collector expects it. */
    public static void toStandardError(LogFormat format, String level) {
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setName("standard error");
        console.setTarget("System.err");
        setUp(console, format, Level.toLevel(level));
    }

    /** Says nothing while this holds: what is wrong then has one sentence already, and a log full of consequences hides it. */
    public static void muteWhile(BooleanSupplier told) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var mute = new Mute(told);
        context.getLogger(Logger.ROOT_LOGGER_NAME)
                .iteratorForAppenders()
                .forEachRemaining(appender -> appender.addFilter(mute));
    }

    /** For commands that print for people: a file, made when the first line is written. */
    public static void toFile(Path file, String level) {
        var appender = new OutputStreamAppender<ILoggingEvent>();
        appender.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        appender.setName(file.toString());
        appender.setOutputStream(new LazyFile(file));
        setUp(appender, LogFormat.PLAIN, Level.toLevel(level));
    }

    /** Where a person finds the log of this process. */
    public static String place() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var appenders = context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders();
        return appenders.hasNext() ? appenders.next().getName() : "no log";
    }

    private static void setUp(OutputStreamAppender<ILoggingEvent> appender, LogFormat format, Level level) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        appender.setContext(context);
        appender.setEncoder(encoder(format, context));
        appender.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        root.setLevel(quieter(level, Level.WARN));
        context.getLogger("dzvin").setLevel(level);
        NOISY.forEach(name -> context.getLogger(name).setLevel(quieter(level, Level.ERROR)));
    }

    /** At debug or trace everybody may speak: whoever asks for that is looking for something. */
    private static Level quieter(Level wanted, Level otherwise) {
        return wanted.isGreaterOrEqual(Level.INFO) ? max(wanted, otherwise) : wanted;
    }

    private static Level max(Level one, Level other) {
        return one.isGreaterOrEqual(other) ? one : other;
    }

    private static Encoder<ILoggingEvent> encoder(LogFormat format, LoggerContext context) {
        return format == LogFormat.JSON ? json(context) : plain(context);
    }

    private static Encoder<ILoggingEvent> plain(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PLAIN);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        var encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        return encoder;
    }
}
