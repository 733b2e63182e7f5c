package dzvin.detector.core.decide;

/** One plain sentence in each language. */
public record Summary(String ukrainian, String english) {}
