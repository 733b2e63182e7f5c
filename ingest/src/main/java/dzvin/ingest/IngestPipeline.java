package dzvin.ingest;

/** From what was told to a usable report or a reason: pure, without Kafka and without I/O. Thread-safe. */
public interface IngestPipeline {
    /** Takes a report through every step, in order. */
    Outcome process(RawReport told);
}
