/**
 * The steps of ingest's pipeline, each a pure function of what was told: {@link dzvin.ingest.step.Bounds},
 * {@link dzvin.ingest.step.Clocks}, {@link dzvin.ingest.step.Numbers}, {@link dzvin.ingest.step.Regions},
 * {@link dzvin.ingest.step.Pseudonyms}, {@link dzvin.ingest.step.GivenFeatures}, {@link dzvin.ingest.step.Words}. A step
 * gives its part of the report, sets a field aside that cannot be used, or refuses the whole. No step does I/O, and none
 * puts a contact or the words of a call into what it says is wrong.
 */
package dzvin.ingest.step;
