package dzvin.standalone.command;

import dzvin.ingest.CountryPipelines;
import dzvin.ingest.IngestPipeline;
import dzvin.ingest.file.ImportTarget;
import dzvin.ingest.file.KafkaTarget;
import dzvin.schemas.AvroSerdes;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.avro.Report;
import dzvin.standalone.config.Installation;
import java.time.Clock;
import java.util.Optional;

/** The installation of a configuration: its pipelines and its topic of reports. */
final class KafkaImportDesk implements ImportDesk {
    private final CountryPipelines pipelines;
    private final AvroSerdes serdes;
    private final KafkaTarget target;

    private KafkaImportDesk(CountryPipelines pipelines, AvroSerdes serdes, KafkaTarget target) {
        this.pipelines = pipelines;
        this.serdes = serdes;
        this.target = target;
    }

    /** Makes missing topics, and finds out now whether Kafka and registry answer. */
    static KafkaImportDesk of(Installation installation) {
        var pipelines = new CountryPipelines(installation.pipeline(), Clock.systemUTC());
        var connection = KafkaReach.require(installation.connection());
        var reports = installation.topics().reports();
        TopicSetup.ensure(connection, installation.topics(), installation.layout());
        var serdes = new AvroSerdes(connection);
        try {
            serdes.register(reports, Report.class);
            return new KafkaImportDesk(
                    pipelines, serdes, new KafkaTarget(connection, reports, serdes.serde(Report.class)));
        } catch (RuntimeException e) {
            serdes.close();
            throw e;
        }
    }

    @Override
    public IngestPipeline pipelineFor(Optional<String> country) {
        return pipelines.pipelineFor(country);
    }

    @Override
    public ImportTarget target() {
        return target;
    }

    @Override
    public void close() {
        target.close();
        serdes.close();
    }
}
