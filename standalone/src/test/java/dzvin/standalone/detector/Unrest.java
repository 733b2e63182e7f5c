package dzvin.standalone.detector;

import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.avro.Report;
import dzvin.standalone.process.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

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
    private Producers producers;
    private IntFunction<Surroundings> surroundings = detector -> Surroundings.USUAL;
    private int standbys;
    private long told;
    private long poisoned;

    Unrest(KafkaConnection connection, Desk desk, TopicSetup.Layout layout, Path folder) {
        this.connection = connection;
        this.desk = desk;
        this.layout = layout;
        this.folder = folder;
        this.producers = (slice, part) -> {
            desk.tell(part);
            return part.size();
        };
    }

    /** What happens after a slice. */
    interface Disturbance {
        void happen(int slice) throws Exception;
    }

    /** Who brings a slice into the log; how many records that took. */
    interface Producers {
        int tell(int slice, List<Report> part) throws Exception;
    }

    /** The history is told by others than the one usual producer. */
    void tellBy(Producers others) {
        producers = others;
    }

    /** Where each detector that is started from now on lives, by its number. */
    void startIn(IntFunction<Surroundings> machines) {
        surroundings = machines;
    }

    /** So many copies of each store are on other detectors, from those on that are started from now on. */
    void keepCopies(int copies) {
        standbys = copies;
    }

    void tell(List<Report> arrivals, int slices, Disturbance disturbance) throws Exception {
        for (int slice = 0; slice < slices; slice++) {
            var part = arrivals.subList(arrivals.size() * slice / slices, arrivals.size() * (slice + 1) / slices);
            var again = part.subList(Math.max(0, part.size() - TOLD_AGAIN), part.size());
            told += producers.tell(slice, part);
            desk.tell(again);
            told += again.size();
            poison(part.get(part.size() - 1).getReceivedAt());
            disturbance.happen(slice);
        }
        desk.tick(PlantedWave.longAfter());
    }

    /** Starts one more detector. */
    void join() throws Exception {
        detectors.add(started(detectors.size()));
    }

    /** Before anything happens, so many detectors are started and get going. */
    void beginWith(int count, int slice) throws Exception {
        if (slice == 0) {
            for (int i = 0; i < count; i++) {
                join();
            }
            Trial.passOn();
        }
    }

    /** {@code kill -9} of one, and another one in its place, on the same disk. */
    void killOne() throws Exception {
        int victim = random.nextInt(detectors.size());
        kill(victim);
        startAgain(victim);
    }

    /** {@code kill -9}. */
    void kill(int detector) throws InterruptedException {
        detectors.get(detector).destroyForcibly().waitFor();
    }

    boolean isAlive(int detector) {
        return detectors.get(detector).isAlive();
    }

    /** In the place of one that was killed, on the same disk. */
    void startAgain(int detector) throws IOException {
        detectors.set(detector, started(detector));
    }

    /** Everything that a detector of this number has said. */
    String log(int detector) throws IOException {
        return Files.readString(DetectorProcess.log(state(detector)));
    }

    /** One leaves in order. */
    void leave() throws Exception {
        detectors.remove(detectors.size() - 1).destroy();
    }

    Desk desk() {
        return desk;
    }

    KafkaConnection connection() {
        return connection;
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

    private Process started(int detector) throws IOException {
        return new DetectorProcess(connection, desk.topics(), layout, standbys)
                .start(state(detector), surroundings.apply(detector));
    }

    private Path state(int detector) {
        return folder.resolve("detector-" + detector);
    }

    private void poison(Instant at) throws Exception {
        desk.tell(new byte[] {0, 0, 0, 0, 99, 7}, at);
        poisoned++;
    }
}
