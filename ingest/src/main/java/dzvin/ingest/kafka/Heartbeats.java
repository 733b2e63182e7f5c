package dzvin.ingest.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps time going in every partition of reports, so that the detector closes its windows when nobody reports. A partition
 * that reports have already carried as far is left alone.
 *
 * <p>A heartbeat tells a time that no report which this process accepts later can be before (see {@link Acceptances}; the
 * shared producer keeps the order from there on), less {@link #LAG}, which other ingest processes' clocks may be behind
 * this one's. So an on-time report is never late because of a heartbeat, and windows close at most that much later.
 */
public final class Heartbeats implements AutoCloseable {
    /** Clocks that NTP keeps are within milliseconds of each other; two seconds are lost in five-minute buckets. */
    static final Duration LAG = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);

    private final HeartbeatTarget target;
    private final Acceptances acceptances;
    private final ScheduledExecutorService timer;
    private volatile boolean failing;

    Heartbeats(HeartbeatTarget target, Acceptances acceptances) {
        this.target = target;
        this.acceptances = acceptances;
        this.timer = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "dzvin-heartbeats");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Heartbeats through the producer that the reports go through. */
    public Heartbeats(KafkaReportWriter writer, Acceptances acceptances) {
        this((HeartbeatTarget) writer, acceptances);
    }

    /** Beats now and then at every interval, until closed. */
    @SuppressWarnings("FutureReturnValueIgnored") // beats end with the timer, and report their failures themselves
    public void start(Duration interval) {
        timer.scheduleAtFixedRate(this::beatOrComplain, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Sends a heartbeat to every partition that is behind. */
    void beat() {
        for (int partition : target.partitions()) {
            var time = acceptances.noneBefore().minus(LAG);
            if (target.isBehind(partition, time)) {
                beat(partition, time);
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a failure has been told, and the next beat makes up for it
    private void beat(int partition, Instant time) {
        target.beat(partition, time).whenComplete((done, problem) -> note(problem));
    }

    private void beatOrComplain() {
        try {
            beat();
        } catch (KafkaException e) {
            note(e);
        }
    }

    /** Says once that heartbeats fail and once that they go through again, not at every beat. */
    private void note(Throwable problem) {
        if (problem != null && !failing) {
            LOG.atWarn()
                    .addKeyValue("problem", problem.toString())
                    .log("heartbeats do not reach Kafka: windows stay open until they do");
        } else if (problem == null && failing) {
            LOG.info("heartbeats reach Kafka again");
        }
        failing = problem != null;
    }
}
