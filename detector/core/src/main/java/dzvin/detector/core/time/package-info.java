/** Arithmetic of time cells. Instants go in, indices of buckets and hours come out, and back; nothing here reads a clock. */
package dzvin.detector.core.time;
