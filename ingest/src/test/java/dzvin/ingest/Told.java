package dzvin.ingest;

import dzvin.ingest.RawReport.Field;
import dzvin.schemas.Secret;
import dzvin.schemas.avro.Report;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Raw reports for tests that show only what matters, and a pipeline whose clock stands still. */
public final class Told {
    public static final Instant NOW = Instant.parse("2025-07-02T10:30:00Z");
    public static final Secret KEY = new Secret("a key that only tests may use");
    public static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");

    private final Map<Field, String> fields = new EnumMap<>(Field.class);
    private final List<String> features = new ArrayList<>();

    private Told() {}

    /** A report of a call from this number. */
    public static Told call(String number) {
        return nothing().with(Field.NUMBER, number);
    }

    public static Told nothing() {
        return new Told();
    }

    public Told with(Field field, String value) {
        fields.put(field, value);
        return this;
    }

    public Told ticking(String feature) {
        features.add(feature);
        return this;
    }

    public RawReport raw() {
        return new RawReport(fields, features, KYIV);
    }

    public Outcome through(IngestPipeline pipeline) {
        return pipeline.process(raw());
    }

    /** What the Ukrainian pipeline accepts. */
    public Report accepted() {
        return ((Outcome.Accepted) through(ukrainian())).report();
    }

    /** Why the Ukrainian pipeline rejects. */
    public Rejection rejected() {
        return ((Outcome.Rejected) through(ukrainian())).rejection();
    }

    public List<Rejection> setAside() {
        return ((Outcome.Accepted) through(ukrainian())).setAside();
    }

    public static IngestPipeline ukrainian() {
        return pipelines(Profile.UA).pipeline();
    }

    public static CountryPipelines pipelines(Profile profile) {
        return new CountryPipelines(new PipelineSettings(profile, KEY), InstantSource.fixed(NOW));
    }

    public static IngestPipeline american() {
        return pipelines(Profile.UA).pipelineFor(Optional.of("US"));
    }
}
