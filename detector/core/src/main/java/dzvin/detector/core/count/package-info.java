/**
 * From reports to what each key counted in each bucket. Reports of one source partition go in, in log order; cells come
 * out, once per bucket, when it has closed. What comes out never depends on batching, repeats or the order in which
 * partitions are read.
 */
package dzvin.detector.core.count;
