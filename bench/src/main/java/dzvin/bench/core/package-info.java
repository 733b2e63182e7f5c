/** What the hot parts of the core cost, one by one, by JMH: see {@code docs/throughput.md}. Nothing here decides anything. */
package dzvin.bench.core;
