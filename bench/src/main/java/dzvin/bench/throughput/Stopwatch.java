package dzvin.bench.throughput;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Measures a run from its first report to its last one. What came before, such as joining a group or creating topics, is no part of
 * it; what a contender owes at its end, such as a last commit, is.
 */
final class Stopwatch {
    /** Each look costs the contender's process some CPU: every two milliseconds it was two microseconds a report. */
    private static final long LOOK_AGAIN_MILLIS = 10;

    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long begun;
    private long cpuBegun;
    private long allocatedBefore;
    private Figures figures;

    /** Waits until the first report is done, then until all are, or time is up. */
    void measure(Course course, Progress progress) throws InterruptedException {
        begin();
        while (progress.done() <= 0 && elapsed().compareTo(course.atMost()) < 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
        begin();
        while (progress.done() < course.reports() && elapsed().compareTo(course.atMost()) < 0) {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
        end(Math.min(course.reports(), progress.done()), progress.lost());
    }

    void begin() {
        begun = System.nanoTime();
        cpuBegun = process.getProcessCpuTime();
        allocatedBefore = allocated();
    }

    void end(double reports, double lost) {
        figures = new Figures(
                (long) reports,
                lost,
                elapsed().toNanos() / (double) TimeUnit.SECONDS.toNanos(1),
                (process.getProcessCpuTime() - cpuBegun) / (double) TimeUnit.SECONDS.toNanos(1),
                allocated() - allocatedBefore);
    }

    Figures figures() {
        return figures;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Of the threads that live now; those of a contender outlive its run. */
    private long allocated() {
        long sum = 0;
        for (long bytes : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }
}
