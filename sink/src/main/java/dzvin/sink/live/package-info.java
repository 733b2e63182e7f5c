/**
 * What is known now: {@code ReadModel} holds the campaigns as they stand and the latest alerts, rebuilt from the
 * topics at each start, and tells followers of each change. Memory is bounded whatever the topics hold; nothing
 * here is ever the truth, Kafka is.
 */
package dzvin.sink.live;
