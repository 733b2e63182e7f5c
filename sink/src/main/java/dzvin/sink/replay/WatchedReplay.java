package dzvin.sink.replay;

import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Campaign;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One replay, while it runs and after. Thread-safe. */
public final class WatchedReplay implements Replayer.Audience {
    private static final Logger log = LoggerFactory.getLogger(WatchedReplay.class);

    private final String id;
    private final ReplayWish wish;
    private final List<ReplayRun> runs;
    private final Thread thread;
    private volatile State state = State.RUNNING;
    private volatile String problem;
    private volatile Reached reached;

    WatchedReplay(String id, ReplayWish wish, Replayer replayer) {
        this.id = id;
        this.wish = wish;
        this.runs = wish.policies().stream().map(ReplayRun::new).toList();
        this.thread = new Thread(() -> run(replayer), "dzvin-replay-" + id);
        thread.setDaemon(true);
    }

    /** What has become of it. */
    public enum State {
        RUNNING,
        DONE,
        STOPPED,
        FAILED
    }

    /** How far it has come. */
    public record Reached(Instant at, long reports) {}

    public String id() {
        return id;
    }

    public ReplayWish wish() {
        return wish;
    }

    /** One for each policy, in the order of the wish. */
    public List<ReplayRun> runs() {
        return runs;
    }

    public State state() {
        return state;
    }

    /** Why it failed. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Nothing before the first record. */
    public Optional<Reached> reached() {
        return Optional.ofNullable(reached);
    }

    @Override
    public void alert(int run, Alert alert) {
        runs.get(run).add(alert);
    }

    @Override
    public void campaign(int run, Campaign campaign) {
        runs.get(run).put(campaign);
    }

    @Override
    public void reached(Instant at, long reports) {
        reached = new Reached(at, reports);
    }

    void start() {
        thread.start();
    }

    /** What was seen so far stays to be looked at. */
    public synchronized void stop() {
        if (state == State.RUNNING) {
            state = State.STOPPED;
            thread.interrupt();
        }
    }

    void forget() {
        stop();
        runs.forEach(run -> run.model().dropFollowers());
    }

    private void run(Replayer replayer) {
        try {
            replayer.replay(wish, this);
            ended(State.DONE, null);
        } catch (RuntimeException e) {
            ended(State.FAILED, e);
        }
    }

    private synchronized void ended(State how, RuntimeException cause) {
        if (state != State.RUNNING) {
            return;
        }
        if (cause != null) {
            problem = cause.getMessage();
            log.atWarn().setCause(cause).addKeyValue("replay", id).log("a replay in the console failed");
        }
        state = how;
    }
}
