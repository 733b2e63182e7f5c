/**
 * What happens to reports that arrive live. {@link dzvin.ingest.intake.Intake} takes what was told through the pipeline,
 * keeps each accepted report once, sets rejected ones aside, and says what became of every item only when Kafka has it
 * for good. Nothing here knows HTTP; how much is under way at once is bounded.
 */
package dzvin.ingest.intake;
