package dzvin.detector.core.decide;

/** A positive estimate with its 95 % interval. */
public record Estimate(double value, double low, double high) {}
