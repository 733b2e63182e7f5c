package dzvin.detector.core.decide;

/** How many reports carry a code: a region, a feature, a family, a number. */
public record Share(String code, long reports, double expected) {}
