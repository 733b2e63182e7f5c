package dzvin.ingest;

import dzvin.ingest.RawReport.Field;
import dzvin.ingest.codebook.Codebook;
import dzvin.ingest.step.Bounds;
import dzvin.ingest.step.Caller;
import dzvin.ingest.step.Clocks;
import dzvin.ingest.step.GivenFeatures;
import dzvin.ingest.step.Languages;
import dzvin.ingest.step.Numbers;
import dzvin.ingest.step.Place;
import dzvin.ingest.step.Pseudonyms;
import dzvin.ingest.step.RefusedException;
import dzvin.ingest.step.Regions;
import dzvin.ingest.step.ReportIds;
import dzvin.ingest.step.ScriptFamilies;
import dzvin.ingest.step.Substance;
import dzvin.ingest.step.Times;
import dzvin.ingest.step.Words;
import dzvin.schemas.avro.Report;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Ingest's steps, in order. */
final class ReportPipeline implements IngestPipeline {
    private static final int SECONDS_PER_MINUTE = 60;

    private final Clocks clocks;
    private final Origins origins;
    private final Identities identities;
    private final Contents contents;

    /** Where a call came from and where it went to. */
    record Origins(Numbers numbers, Regions regions) {}

    /** Who reported, and which report it is. */
    record Identities(Pseudonyms pseudonyms, ReportIds ids) {}

    /** What the words say, and what is kept of them. */
    record Contents(Codebook codebook, ScriptFamilies families, Words words) {}

    ReportPipeline(Clocks clocks, Origins origins, Identities identities, Contents contents) {
        this.clocks = clocks;
        this.origins = origins;
        this.identities = identities;
        this.contents = contents;
    }

    @Override
    public Outcome process(RawReport told) {
        var setAside = new ArrayList<Rejection>();
        try {
            return new Outcome.Accepted(report(told, setAside), setAside);
        } catch (RefusedException refused) {
            return new Outcome.Rejected(refused.rejection());
        }
    }

    private Report report(RawReport told, List<Rejection> setAside) throws RefusedException {
        Bounds.check(told);
        var times = clocks.read(told, setAside::add);
        var caller = origins.numbers().caller(told);
        var place = origins.regions().place(told, setAside::add);
        var features = GivenFeatures.of(told, setAside::add);
        var language = Languages.tag(told, setAside::add);
        var words = Words.of(told);
        Substance.check(caller, place, features, words, setAside);
        var reporter = identities.pseudonyms().pseudonym(told);

        var report = Report.newBuilder().setId(identities.ids().id(told, reporter));
        putTimes(report, times);
        putOrigins(report, caller, place);
        putPaperwork(report, told, reporter);
        putContents(report, words, features, language);
        return report.build();
    }

    private static void putTimes(Report.Builder report, Times times) {
        report.setReceivedAt(times.received())
                .setReceivedOffsetMinutes(
                        times.receivedAsTold().map(ReportPipeline::offset).orElse(null))
                .setCalledAt(times.called()
                        .map(called -> called.toInstant().truncatedTo(ChronoUnit.MICROS))
                        .orElse(null))
                .setCalledOffsetMinutes(
                        times.called().map(ReportPipeline::offset).orElse(null));
    }

    private static void putOrigins(Report.Builder report, Caller caller, Place place) {
        report.setNumber(orNull(caller.number()))
                .setNumberKind(caller.kind())
                .setNumberCountry(orNull(caller.country()))
                .setRegion(orNull(place.region()))
                .setRegionOrigin(place.origin());
    }

    private static void putPaperwork(Report.Builder report, RawReport told, String reporter) {
        report.setChannel(told.tells(Field.CHANNEL)
                        .map(String::strip)
                        .map(ReportPipeline::orNull)
                        .orElse(null))
                .setSource(told.tells(Field.SOURCE)
                        .map(String::strip)
                        .map(ReportPipeline::orNull)
                        .orElse(null))
                .setReporter(orNull(reporter));
    }

    private void putContents(Report.Builder report, String words, List<String> features, String language) {
        boolean worded = !words.isEmpty();
        report.setGivenFeatures(features)
                .setExtractedFeatures(worded ? contents.codebook().featuresIn(words) : List.of())
                .setCodebook(worded ? contents.codebook().name() : null)
                .setScriptFamily(worded ? contents.families().family(words).orElse(null) : null)
                .setText(orNull(contents.words().kept(words)))
                .setLanguage(orNull(language));
    }

    private static int offset(OffsetDateTime time) {
        return time.getOffset().getTotalSeconds() / SECONDS_PER_MINUTE;
    }

    /** Avro has no other way to say that nothing was told. */
    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
