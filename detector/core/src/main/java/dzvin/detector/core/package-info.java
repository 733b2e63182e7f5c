/**
 * The detector without Kafka. {@code Detector} takes reports and watermarks in order and answers with signals, campaigns and
 * alerts. There is no clock, randomness, logger or I/O in here: the same input gives the same bytes on every machine.
 */
package dzvin.detector.core;
