package dzvin.bench.throughput;

/** One way to do the job. */
interface Contender {
    /** Runs on a course, in a process of its own, telling the stopwatch when it has begun and how far it is. */
    void run(Course course, Stopwatch stopwatch) throws Exception;
}
