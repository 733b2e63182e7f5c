package dzvin.standalone.detector;

import dzvin.schemas.avro.Report;
import java.util.List;
import java.util.Random;

/**
 * How one history is taken through the topology this time.
 *
 * @param accidents after how many reports a thread dies, for each instance that starts
 * @param secondsBetween the starts of instances
 */
record RandomRun(
        long seed,
        int partitions,
        int instances,
        int threads,
        boolean stragglers,
        List<Integer> accidents,
        boolean firstLeaves) {
    private static final List<Integer> PARTITIONS = List.of(1, 3, 12);
    private static final List<Integer> THREADS = List.of(1, 2, 4);
    private static final int MOST_INSTANCES = 3;
    private static final int LATEST_ACCIDENT = 1_500;

    static RandomRun of(long seed) {
        var random = new Random(seed);
        int partitions = PARTITIONS.get((int) (seed % PARTITIONS.size()));
        int instances = 1 + random.nextInt(MOST_INSTANCES);
        return new RandomRun(
                seed,
                partitions,
                instances,
                THREADS.get(random.nextInt(THREADS.size())),
                random.nextInt(3) == 0,
                random.ints(instances, 1, LATEST_ACCIDENT).boxed().toList(),
                instances > 1 && random.nextBoolean());
    }

    List<Report> arrivals() {
        return stragglers ? Arrivals.withStragglers() : Arrivals.withinGrace(seed);
    }
}
