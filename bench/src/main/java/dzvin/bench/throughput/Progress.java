package dzvin.bench.throughput;

/** How far a run is. */
interface Progress {
    /** Reports that are done, or a fraction of them. What was dropped counts as done: whoever drops is not made to wait for it. */
    double done();

    /** Share of all counts so far that were dropped as late, and are in no result. */
    double lost();
}
