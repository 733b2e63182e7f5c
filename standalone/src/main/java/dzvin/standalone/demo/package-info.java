/**
 * The demo: a generated stream of reports for Ukraine, labelled as such, and real United States complaints, replayed in
 * simulated time through the same ingest, Kafka, detector and sink as a live installation. The planted campaign's truth
 * is known here alone: it is printed beside the alarms afterwards and never reaches the detector.
 */
package dzvin.standalone.demo;
