package dzvin.detector.core;

import static dzvin.detector.core.Reports.aReport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up logs: what one source partition reads after another. */
public final class Logs {
    /** One record of a partition's log; without a report it only tells the time. */
    public record Entry(int partition, long at, Report report) {}

    private static final long START = Duration.ofDays(20_000).toMillis();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private Logs() {}

    /** Reports out of order, repeated and late, with heartbeats between, in the order of arrival. */
    public static List<Entry> any(long seed, int partitions, int records) {
        var random = new Random(seed);
        var entries = new ArrayList<Entry>();
        long now = START;
        for (int i = 0; i < records; i++) {
            now += random.nextInt(20) == 0 ? random.nextInt(300) * MINUTE : random.nextInt(2) * MINUTE;
            if (random.nextInt(5) == 0) {
                entries.add(new Entry(random.nextInt(partitions), now, null));
            } else {
                long at = now - (random.nextInt(8) == 0 ? random.nextInt(40) * MINUTE : 0);
                var report = report(random, at);
                entries.add(new Entry(Partitioner.of(report, partitions), at, report));
            }
        }
        return entries;
    }

    private static Report report(Random random, long at) {
        var report = aReport("r" + random.nextInt(400), at)
                .from("UA-" + random.nextInt(4))
                .saying("f" + random.nextInt(2), "g" + random.nextInt(3))
                .byNumber("+38044123" + (4000 + random.nextInt(6)));
        return random.nextBoolean()
                ? report.reportedBy("p" + random.nextInt(40)).build()
                : report.build();
    }
}
