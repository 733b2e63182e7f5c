package dzvin.standalone.detector;

import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.avro.Report;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Tells a desk the history in slices and lets a disturbance happen after each: detectors are processes, and so can be killed. Beside
 * the disturbance, each slice brings a record that nobody can decode, and its last reports once more.
 */
final class Unrest implements AutoCloseable {
    private static final int TOLD_AGAIN = 10;

    private final KafkaConnection connection;
    private final Desk desk;
    private final TopicSetup.Layout layout;
    private final Path folder;
    private final List<Process> detectors = new ArrayList<>();
    private final Random random = new Random(42);
    private long told;
    private long poisoned;

    Unrest(KafkaConnection connection, Desk desk, TopicSetup.Layout layout, Path folder) {
        this.connection = connection;
        this.desk = desk;
        this.layout = layout;
        this.folder = folder;
    }

    /** What happens after a slice. */
    interface Disturbance {
        void happen(int slice) throws Exception;
    }

    void tell(List<Report> arrivals, int slices, Disturbance disturbance) throws Exception {
        for (int slice = 0; slice < slices; slice++) {
            var part = arrivals.subList(arrivals.size() * slice / slices, arrivals.size() * (slice + 1) / slices);
            var again = part.subList(Math.max(0, part.size() - TOLD_AGAIN), part.size());
            desk.tell(part);
            desk.tell(again);
            told += part.size() + again.size();
            poison(part.get(part.size() - 1).getReceivedAt());
            disturbance.happen(slice);
        }
        desk.tick(PlantedWave.longAfter());
    }

    /** Starts one more detector. */
    void join() throws Exception {
        detectors.add(DetectorProcess.start(
                connection, desk.topics(), layout, folder.resolve("detector-" + detectors.size())));
    }

    /** {@code kill -9} of one, and another one in its place, on the same disk. */
    void killOne() throws Exception {
        int victim = random.nextInt(detectors.size());
        detectors.get(victim).destroyForcibly().waitFor();
        detectors.set(
                victim, DetectorProcess.start(connection, desk.topics(), layout, folder.resolve("detector-" + victim)));
    }

    /** One leaves in order. */
    void leave() throws Exception {
        detectors.remove(detectors.size() - 1).destroy();
    }

    long told() {
        return told;
    }

    long poisoned() {
        return poisoned;
    }

    /** All are killed at once. */
    void killAll() throws InterruptedException {
        for (Process detector : detectors) {
            detector.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() {
        detectors.forEach(Process::destroyForcibly);
    }

    private void poison(Instant at) throws Exception {
        desk.tell(new byte[] {0, 0, 0, 0, 99, 7}, at);
        poisoned++;
    }
}
