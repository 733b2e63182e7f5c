/**
 * Arithmetic of buckets. A time goes in, the index of its bucket comes out, and back. There is no clock here: time is always an
 * argument.
 */
package dzvin.detector.core.time;
