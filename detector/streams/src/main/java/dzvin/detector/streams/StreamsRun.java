package dzvin.detector.streams;

import dzvin.detector.core.state.UnfitStateException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.TopologyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One topology at work: started, watched, closed with its last commit done. */
public final class StreamsRun implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(StreamsRun.class);
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(30);

    private final KafkaStreams streams;
    private final KafkaStreamsMetrics metrics;
    private final RestoreProgress restoring;
    private final FailurePolicy policy = new FailurePolicy(System::nanoTime);
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private final boolean staticMember;

    /** @throws UnusableStateFolderException if another process has the folder of state, or it cannot be written */
    public StreamsRun(Topology topology, Properties settings, MeterRegistry registry) {
        this.streams = onItsFolder(topology, settings);
        this.restoring = new RestoreProgress(registry, System::nanoTime);
        this.metrics = new KafkaStreamsMetrics(streams);
        this.staticMember = StreamsSettings.namesTheInstance(settings);
        streams.setUncaughtExceptionHandler(policy);
        streams.setGlobalStateRestoreListener(restoring);
        streams.setStandbyUpdateListener(new StandbyProgress(registry));
        streams.setStateListener(this::entered);
        metrics.bindTo(registry);
    }

    /** Kafka Streams takes the folder at once. */
    private static KafkaStreams onItsFolder(Topology topology, Properties settings) {
        try {
            return new KafkaStreams(topology, settings);
        } catch (TopologyException e) {
            throw e;
        } catch (StreamsException e) {
            throw new UnusableStateFolderException(settings.getProperty(StreamsConfig.STATE_DIR_CONFIG), e);
        }
    }

    /**
     * Returns when stores are restored and records are taken.
     *
     * @throws UnfitStateException if what the stores have does not go with the policy or the log
     * @throws KafkaException if it cannot come about for another reason
     */
    public void start() {
        streams.start();
        try {
            running.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UnfitStateException unfit) {
                throw unfit;
            }
            throw new KafkaException(e.getCause().getMessage(), e.getCause());
        }
    }

    /** One sentence if it has stopped and will not go on by itself. */
    public Optional<String> failure() {
        var state = streams.state();
        return state == State.PENDING_ERROR || state.hasCompletedShutdown()
                ? Optional.of(policy.unfit().map(Throwable::getMessage).orElse("Kafka Streams has stopped: " + state))
                : Optional.empty();
    }

    /** One sentence while it does not take records. */
    public Optional<String> notReady() {
        var state = streams.state();
        return state == State.RUNNING
                ? Optional.empty()
                : Optional.of(restoring.underWay().orElse("Kafka Streams is " + state));
    }

    /** Changelog records that the stores of this instance lack, copies for others included; empty while it has none. */
    public OptionalLong recordsBehind() {
        var lags = streams.allLocalStorePartitionLags();
        return lags.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(lags.values().stream()
                        .flatMap(partitions -> partitions.values().stream())
                        .mapToLong(LagInfo::offsetLag)
                        .sum());
    }

    /** Commits, stops, and removes what the stores had on this disk. */
    public void closeAndForget() {
        close();
        streams.cleanUp();
    }

    /**
     * Commits and stops. A static member stays in the group, to come back to its tasks; any other leaves, so that nobody waits for
     * it until its session runs out.
     */
    @Override
    public void close() {
        var membership = staticMember
                ? CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP
                : CloseOptions.GroupMembershipOperation.LEAVE_GROUP;
        var closed = streams.close(CloseOptions.timeout(TIME_TO_CLOSE).withGroupMembershipOperation(membership));
        metrics.close();
        if (!closed) {
            log.atWarn().addKeyValue("waited", TIME_TO_CLOSE).log("stream threads did not stop in time");
        }
    }

    private void entered(State now, State before) {
        if (now == State.RUNNING) {
            running.complete(null);
        } else if (now == State.ERROR || now == State.NOT_RUNNING) {
            running.completeExceptionally(policy.unfit()
                    .<RuntimeException>map(unfit -> unfit)
                    .orElseGet(() -> new KafkaException("Kafka Streams stopped before it was running: " + now)));
        }
    }
}
