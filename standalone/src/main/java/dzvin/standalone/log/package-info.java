/**
 * Logging, set up in code: {@link dzvin.standalone.log.Logging} sends lines to standard error for services and to a file for
 * commands whose output is read by people. Kafka's own chatter starts at WARN.
 */
package dzvin.standalone.log;
