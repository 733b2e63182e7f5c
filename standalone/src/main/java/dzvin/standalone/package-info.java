/**
 * Everything in one JVM, and the command line. {@link dzvin.standalone.Main} is where every process of Dzvin begins; this
 * module is the only place that wires ingest, detector and sink together.
 */
package dzvin.standalone;
