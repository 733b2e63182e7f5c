/**
 * Which keys surge. Cells of closed buckets go in, in the order of keys; surges that begin and end come out. Every key is
 * counted by people, scanned at all scales and held against the system's one false-alarm budget.
 */
package dzvin.detector.core.watch;
