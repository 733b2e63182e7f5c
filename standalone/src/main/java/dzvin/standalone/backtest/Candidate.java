package dzvin.standalone.backtest;

import dzvin.detector.core.policy.Policy;

/**
 * A policy that is tried.
 *
 * @param name what reports call it, unique in a back-test
 */
public record Candidate(String name, Policy policy) {}
