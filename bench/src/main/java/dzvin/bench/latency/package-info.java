/**
 * How long it takes from a report that was accepted over HTTP to the early alert in the stream of events: the whole of Dzvin as
 * {@code dzvin up} runs it, in a process of its own, under a steady load. Nothing here looks into it: reports go in by HTTP, alerts come out by HTTP.
 */
package dzvin.bench.latency;
