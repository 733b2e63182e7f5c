/**
 * What each key is expected to do. Counts go in when they are old enough; a negative binomial for any window comes out, made
 * only of what was known before. A surge is never learned while it lasts.
 */
package dzvin.detector.core.baseline;
