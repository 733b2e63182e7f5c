package dzvin.detector.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.Logs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every log, however it is read. */
class CountingInvariantsTest {
    private static final int RECORDS = 400;
    private static final long LATER = Duration.ofDays(40_000).toMillis();

    @Property(tries = 15, seed = "20250627")
    void countedDuplicateAndLateAreTogetherAllThatWasAccepted(@ForAll long seed) {
        var log = Logs.any(seed, 3, RECORDS);
        var pipeline = new Pipeline(3, 2);

        log.forEach(pipeline::read);

        var counts = pipeline.counts();
        assertThat(counts.accepted())
                .isEqualTo(log.stream().filter(entry -> entry.report() != null).count())
                .isEqualTo(counts.counted() + counts.duplicate() + counts.late());
    }

    @Property(tries = 15, seed = "20250627")
    void whatIsReleasedOfARegionIsWhatWasCountedOrLate(@ForAll long seed) {
        var pipeline = new Pipeline(3, 2);

        Logs.any(seed, 3, RECORDS).forEach(pipeline::read);
        pipeline.heartbeatAll(LATER);

        assertThat(inRegions(pipeline, false)).isEqualTo(pipeline.counts().counted());
        assertThat(inRegions(pipeline, true)).isEqualTo(pipeline.counts().late());
    }

    @Property(tries = 15, seed = "20250627")
    void theNumberOfMergersChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int mergers) {
        var log = Logs.any(seed, 3, RECORDS);

        assertThat(released(log, mergers)).isEqualTo(released(log, 1));
    }

    @Property(tries = 15, seed = "20250627")
    void theOrderInWhichPartitionsAreReadChangesNothing(@ForAll long seed) {
        var log = Logs.any(seed, 3, RECORDS);
        var oneAfterTheOther = log.stream()
                .sorted(Comparator.comparing(Logs.Entry::partition))
                .collect(Collectors.toCollection(ArrayList::new));

        assertThat(released(oneAfterTheOther, 2)).isEqualTo(released(log, 2));
    }

    @Property(tries = 15, seed = "20250627")
    void aRestartAtAnyPointChangesNothing(@ForAll long seed, @ForAll @IntRange(min = 0, max = RECORDS - 1) int first) {
        var log = Logs.any(seed, 3, RECORDS);
        var pipeline = new Pipeline(3, 2);

        for (int i = 0; i < RECORDS; i++) {
            pipeline = i == first || i == (first * 7) % RECORDS ? pipeline.restarted() : pipeline;
            pipeline.read(log.get(i));
        }
        pipeline.heartbeatAll(LATER);

        assertThat(pipeline.released()).isEqualTo(released(log, 2));
    }

    @Property(tries = 15, seed = "20250627")
    void howMuchOfWhatWaitsIsOnTheHeapChangesNothing(
            @ForAll long seed,
            @ForAll @IntRange(max = 20_000) int waitingBytes,
            @ForAll @IntRange(min = 0, max = RECORDS - 1) int restart) {
        var log = Logs.any(seed, 3, RECORDS);
        var pipeline = new Pipeline(3, 2, waitingBytes);

        for (int i = 0; i < RECORDS; i++) {
            pipeline = i == restart ? pipeline.restarted() : pipeline;
            pipeline.read(log.get(i));
        }
        pipeline.heartbeatAll(LATER);

        assertThat(pipeline.released()).isEqualTo(released(log, 2));
    }

    @Property(tries = 15, seed = "20250627")
    void mergersThatCloseOneBucketAfterAnotherInTheirOwnTimeChangeNothing(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = RECORDS - 1) int restart) {
        var log = Logs.any(seed, 3, RECORDS);
        var pipeline = new Pipeline(3, 2);
        pipeline.closeAtLeisure(seed);

        for (int i = 0; i < RECORDS; i++) {
            if (i == restart) {
                pipeline = pipeline.restarted();
                pipeline.closeAtLeisure(seed + 1);
            }
            pipeline.read(log.get(i));
        }
        pipeline.heartbeatAll(LATER);
        pipeline.catchUp();

        assertThat(pipeline.released()).isEqualTo(released(log, 2));
    }

    private static List<ClosedBucket> released(List<Logs.Entry> log, int mergers) {
        var pipeline = new Pipeline(3, mergers);
        log.forEach(pipeline::read);
        pipeline.heartbeatAll(LATER);
        return pipeline.released();
    }

    private static long inRegions(Pipeline pipeline, boolean late) {
        return pipeline.released().stream()
                .flatMap(bucket -> (late ? bucket.late() : bucket.cells()).stream())
                .filter(cell -> cell.key().view().equals("region"))
                .mapToLong(cell -> cell.cell().reports())
                .sum();
    }
}
