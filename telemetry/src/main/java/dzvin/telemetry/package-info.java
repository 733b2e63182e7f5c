/**
 * What operators see of a service: metrics, liveness and readiness, over HTTP. Services register; nothing here asks
 * what they do. No metric, tag or health message may hold a caller's number, a reporter or words of a call.
 */
package dzvin.telemetry;
