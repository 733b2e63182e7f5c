/**
 * How many reports a second the detector takes, beside what else could do the same job. {@code ThroughputBench} runs every
 * contender on the same topics of one Kafka, each in a process of its own, and writes a table of ratios. Contenders never share a
 * process with the broker or with each other.
 */
package dzvin.bench.throughput;
