package dzvin.standalone.replay;

import dzvin.detector.core.policy.Policy;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Report;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A replay in memory that writes down now and then how far it is, and goes on from there in another process. It tells history anew and
 * passes over what the detector has heard: as many records of each partition as the notes say, since the order within a partition is the
 * same each time.
 */
public final class ResumableReplay {
    private final Replay replay;
    private final NotesFolder folder;
    private final String task;
    private final Duration between;

    /**
     * A replay that goes on if its folder holds notes.
     *
     * @param task says what is replayed and how, so that nobody goes on with something else
     * @param between notes this much time passes, or ten times as long as it takes to write them
     */
    public ResumableReplay(Replay replay, NotesFolder folder, String task, Duration between) {
        this.replay = replay;
        this.folder = folder;
        this.task = task;
        this.between = between;
    }

    /**
     * Runs it, or what is left of it; nothing is left to go on from when this returns.
     *
     * @param stretch of a topic that is replayed, kept in the notes
     * @param rung hears the alerts that ring in this process
     */
    public Figures run(History history, LogStretch stretch, Policy policy, Consumer<Alert> rung) {
        long begun = System.nanoTime();
        var notes = folder.read(task).orElseGet(() -> Notes.ofTheBeginning(task, stretch));
        try (var file = GrowingFile.behind(notes.written(), folder.growing(), folder.target());
                var log = AlertLog.goingOn(file, folder.growing());
                var engine = CoreEngine.from(notes.state(), policy, history.partitions(), rung.andThen(log))) {
            var keeper = new Keeper(engine, notes, file);
            history.tell(replay.range()
                    .within(new PassingOver(notes.told(), replay.pace().keptBy(keeper))));
            var outcome = engine.finish(history.end());
            folder.forget();
            double seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
            return new Figures(outcome, log.alerts(), seconds, log.finish());
        }
    }

    /** Counts what the engine has heard, and writes it down now and then. */
    private final class Keeper implements History.Listener {
        private final Engine engine;
        private final Notes before;
        private final GrowingFile file;
        private final TreeMap<Integer, Long> told;
        private long next = System.nanoTime() + between.toNanos();

        Keeper(Engine engine, Notes before, GrowingFile file) {
            this.engine = engine;
            this.before = before;
            this.file = file;
            this.told = new TreeMap<>(before.told());
        }

        @Override
        public void report(int partition, Report report) {
            engine.report(partition, report);
            heard(partition);
        }

        @Override
        public void heartbeat(int partition, long at) {
            engine.heartbeat(partition, at);
            heard(partition);
        }

        private void heard(int partition) {
            told.merge(partition, 1L, Long::sum);
            long now = System.nanoTime();
            if (now - next >= 0) {
                folder.write(new Notes(task, before.stretch(), told, file.force(), before.state()));
                long after = System.nanoTime();
                next = after + Math.max(between.toNanos(), 10 * (after - now));
            }
        }
    }

    /** Lets pass what comes after so many records of each partition. */
    private static final class PassingOver implements History.Listener {
        private final TreeMap<Integer, Long> left;
        private final History.Listener listener;

        PassingOver(Map<Integer, Long> told, History.Listener listener) {
            this.left = new TreeMap<>(told);
            this.listener = listener;
        }

        @Override
        public void report(int partition, Report report) {
            if (isNew(partition)) {
                listener.report(partition, report);
            }
        }

        @Override
        public void heartbeat(int partition, long at) {
            if (isNew(partition)) {
                listener.heartbeat(partition, at);
            }
        }

        private boolean isNew(int partition) {
            long ahead = left.getOrDefault(partition, 0L);
            if (ahead > 0) {
                left.put(partition, ahead - 1);
            }
            return ahead == 0;
        }
    }
}
