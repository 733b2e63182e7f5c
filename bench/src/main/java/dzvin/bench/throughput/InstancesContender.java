package dzvin.bench.throughput;

import dzvin.detector.core.count.PartitionCounts;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * One or two instances of the detector that share the work. They are members of one group with a disk each, as two machines would be, but
 * in one process, so that what is compared is how they share and not how often a program is compiled.
 */
final class InstancesContender implements Contender {
    static final String COUNTS = "counts ";

    private static final long LOOK_AGAIN_MILLIS = 20;
    private static final long MOST_SECONDS_TO_SETTLE = 60;

    private final int instances;
    private final int threads;
    private final double joinsAt;

    /**
     * @param instances one or two
     * @param threads of each
     * @param joinsAt share of the reports after which the second one is started; 0: at once
     */
    InstancesContender(int instances, int threads, double joinsAt) {
        this.instances = instances;
        this.threads = threads;
        this.joinsAt = joinsAt;
    }

    @Override
    public void run(Course course, Stopwatch stopwatch) throws Exception {
        var name = course.freshName();
        var members = new CopyOnWriteArrayList<Instance>();
        for (int i = 0; i < instances; i++) {
            members.add(new Instance(course, name, Files.createTempDirectory("dzvin-bench-"), threads, 0));
        }
        var joining = new Thread(() -> members.forEach(member -> join(member, members, course)), "joining");
        joining.start();
        stopwatch.measure(course, progress(course, members));
        joining.join();
        var counts = settled(members, course);
        System.out.println(COUNTS + counts.accepted() + " " + counts.counted() + " " + counts.duplicate() + " "
                + counts.late() + " "
                + members.stream().mapToLong(Instance::setAside).sum());
    }

    private void join(Instance member, List<Instance> members, Course course) {
        while (member != members.get(0) && counts(members).accepted() < joinsAt * course.reports()) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        member.start();
    }

    /** What both show once no partition changes hands any more, as it still may when the one that joins has come late; else what they show last. */
    private static PartitionCounts settled(List<Instance> members, Course course) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS_TO_SETTLE);
        var counts = counts(members);
        while (counts.accepted() < course.reports() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            counts = counts(members);
        }
        return counts;
    }

    /** What both show together; while a partition changes hands nobody shows it. */
    private static PartitionCounts counts(List<Instance> members) {
        return members.stream().map(Instance::counts).reduce(PartitionCounts.NONE, PartitionCounts::plus);
    }

    private static Progress progress(Course course, List<Instance> members) {
        return new Progress() {
            @Override
            public double done() {
                long accepted = counts(members).accepted();
                boolean decided = members.stream().anyMatch(member -> member.decidedUntil(course.end()));
                return accepted < course.reports() || decided ? accepted : course.reports() - 1;
            }

            @Override
            public double lost() {
                return 0;
            }
        };
    }
}
