/**
 * Replays that somebody watches in the console: history through the detector, on the pages of live, apart from live. How history is
 * replayed is told by whoever starts the sink.
 */
package dzvin.sink.replay;
