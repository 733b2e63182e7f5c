package dzvin.ingest;

import dzvin.ingest.codebook.Codebook;
import dzvin.ingest.step.Clocks;
import dzvin.ingest.step.Numbers;
import dzvin.ingest.step.Pseudonyms;
import dzvin.ingest.step.Regions;
import dzvin.ingest.step.ReportIds;
import dzvin.ingest.step.Words;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An installation's pipelines, one for each country that its reports come from: they differ in how numbers are dialled, what
 * regions are called and which words callers use. Pseudonyms and ids are the same in all of them.
 */
public final class CountryPipelines {
    private final PipelineSettings settings;
    private final InstantSource clock;
    private final Map<String, IngestPipeline> pipelines = new ConcurrentHashMap<>();

    public CountryPipelines(PipelineSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The pipeline of the installation's own country. */
    public IngestPipeline pipeline() {
        return pipelineFor(Optional.empty());
    }

    /** The pipeline for reports of a country (ISO 3166-1 code); of the installation's own where none is named. */
    public IngestPipeline pipelineFor(Optional<String> country) {
        return pipelines.computeIfAbsent(country.orElse(settings.profile().country()), this::build);
    }

    private IngestPipeline build(String country) {
        var codebook = settings.ownCodebook()
                .orElseGet(() -> Codebook.shipped(
                        Profile.ofCountry(country).orElse(settings.profile()).id()));
        return new ReportPipeline(
                new Clocks(clock),
                new ReportPipeline.Origins(new Numbers(country), new Regions(country)),
                new ReportPipeline.Identities(
                        new Pseudonyms(
                                settings.pseudonymKey(), settings.profile().country()),
                        new ReportIds(settings.pseudonymKey())),
                new ReportPipeline.Contents(codebook, settings.families(), new Words(settings.text())));
    }
}
