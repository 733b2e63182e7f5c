package dzvin.bench.throughput;

import java.time.Duration;

/**
 * How large a stream is.
 *
 * @param reports how many
 * @param numbers how many different ones a made-up stream draws from
 * @param length of received time that it takes
 */
record StreamSize(long reports, int numbers, Duration length) {}
