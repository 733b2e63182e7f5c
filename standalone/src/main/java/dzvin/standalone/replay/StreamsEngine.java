package dzvin.standalone.replay;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.streams.replay.ReplayBroom;
import dzvin.detector.streams.replay.ReplayResult;
import dzvin.detector.streams.replay.ReplayRun;
import dzvin.detector.streams.replay.ReplaySettings;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup.Layout;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Report;
import dzvin.standalone.failure.CannotRunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The detector's own topology on a Kafka, with topics, a group and state of its own that are gone when it is closed. */
public final class StreamsEngine implements Engine {
    private static final Logger log = LoggerFactory.getLogger(StreamsEngine.class);

    private final ReplayRun run;
    private final Path stateDir;

    private StreamsEngine(ReplayRun run, Path stateDir) {
        this.run = run;
        this.stateDir = stateDir;
    }

    /** Removes what killed replays left behind, and starts when the topology takes reports. Alerts are heard soon after they rang. */
    public static StreamsEngine start(
            KafkaConnection connection, Topics live, Layout layout, Policy policy, Consumer<Alert> rung) {
        var stateDir = stateDir();
        var run = new ReplayRun(new ReplaySettings(live, layout, 1, stateDir), connection, policy, rung);
        var engine = new StreamsEngine(run, stateDir);
        try {
            asked(() -> new ReplayBroom(connection).sweep(Instant.now()));
            asked(run::start);
            return engine;
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    @Override
    public void report(int partition, Report report) {
        asked(() -> run.feed(partition, report));
    }

    @Override
    public void heartbeat(int partition, long at) {
        asked(() -> run.heartbeat(partition, Instant.ofEpochMilli(at)));
    }

    @Override
    public Outcome finish(History.End end) {
        var result = new AtomicReference<ReplayResult>();
        asked(() -> result.set(end == History.End.SILENCE ? run.finish() : run.finishWithTheLogs()));
        return new Outcome(
                result.get().counts(), result.get().signals(), result.get().campaigns());
    }

    @Override
    public void close() {
        run.close();
        try (var files = Files.walk(stateDir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            log.atWarn().setCause(e).addKeyValue("folder", stateDir).log("a replay's state could not be removed");
        }
    }

    private static void asked(Runnable question) {
        try {
            question.run();
        } catch (KafkaException e) {
            throw new CannotRunException("the replay on Kafka broke off: " + e.getMessage(), e);
        }
    }

    private static Path stateDir() {
        try {
            return Files.createTempDirectory("dzvin-replay-");
        } catch (IOException e) {
            throw new CannotRunException("cannot make a folder for a replay's state: " + e.getMessage(), e);
        }
    }
}
