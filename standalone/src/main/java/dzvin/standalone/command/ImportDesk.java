package dzvin.standalone.command;

import dzvin.ingest.IngestPipeline;
import dzvin.ingest.file.ImportTarget;
import java.util.Optional;

/** The installation that an import goes into, as its configuration describes it. */
public interface ImportDesk extends AutoCloseable {
    /** Ingest's pipeline; for a source of another country, with that country's numbers and regions. */
    IngestPipeline pipelineFor(Optional<String> country);

    /** The topic of reports, made if it is missing. Throws {@code TargetFailedException} where Kafka does not answer. */
    ImportTarget target();

    @Override
    void close();
}
