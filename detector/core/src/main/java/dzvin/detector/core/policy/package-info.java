/**
 * What operators decide: views, scales, bounds of stages, the false-alarm budget. A YAML file goes in; a valid
 * {@code Policy}, or every mistake at once with its line and key, comes out. A policy that is half understood never does.
 */
package dzvin.detector.core.policy;
