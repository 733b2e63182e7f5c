/**
 * Measures how well the detector detects: simulated streams go in, tables and figures come out. Streams and campaigns run through the
 * product's own decision stage; weekly series through its statistic in a harness, since the product has no weekly buckets.
 */
package dzvin.bench.quality;
