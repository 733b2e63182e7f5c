package dzvin.bench.quality;

/** Mean and standard deviation of a sample. */
record Moments(double mean, double deviation) {
    /** Of counts from one index, inclusive, to another, exclusive. */
    static Moments of(int[] counts, int from, int to) {
        double sum = 0;
        double squares = 0;
        for (int i = from; i < to; i++) {
            sum += counts[i];
            squares += (double) counts[i] * counts[i];
        }
        int size = to - from;
        double mean = sum / size;
        return new Moments(mean, StrictMath.sqrt(Math.max(0, (squares - size * mean * mean) / (size - 1))));
    }
}
