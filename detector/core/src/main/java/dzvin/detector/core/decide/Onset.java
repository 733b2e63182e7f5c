package dzvin.detector.core.decide;

/**
 * When a surge began, in epoch milliseconds.
 *
 * @param at most likely beginning
 * @param from earliest plausible beginning
 * @param to latest plausible beginning
 */
public record Onset(long at, long from, long to) {}
