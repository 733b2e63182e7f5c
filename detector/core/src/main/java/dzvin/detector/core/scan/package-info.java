/**
 * Whether a count is too high for its baseline. Counts, expectations and dispersions go in; evidence, and how often chance
 * would bring as much, come out. Pure functions: nothing here remembers or decides.
 */
package dzvin.detector.core.scan;
