package dzvin.detector.streams.avro;

import dzvin.detector.core.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** A report as the topic has it, turned into what the detector counts. */
public final class ReportCodec {
    /**
     * State is written with texts of up to 64 kB, and a key's text is made of several of a report's, with marks for what must be
     * escaped. Ingest lets texts of 200 through; whatever else writes reports is stopped here, before they are counted.
     */
    private static final int LONGEST_TEXT = 1_000;

    private static final int MOST_FEATURES = 1_000;

    private ReportCodec() {}

    /**
     * Features are those that were given and those that the codebook found, each once, sorted.
     *
     * @throws UnusableReportException if the report could be counted but not kept; whoever catches it has lost one report, and
     *     whoever lets it pass would lose the state that all others are in
     */
    public static Report toCore(dzvin.schemas.avro.Report report) {
        requireUsable(report);
        try {
            return converted(report);
        } catch (RuntimeException e) {
            throw new UnusableReportException(
                    "a report is beyond what can be counted: " + e.getClass().getName(), e);
        }
    }

    /** Throws what {@link #toCore} would throw for what is too long or too much. */
    public static void requireUsable(dzvin.schemas.avro.Report report) {
        requireShort("id", report.getId());
        requireShort("number", report.getNumber());
        requireShort("region", report.getRegion());
        requireShort("scriptFamily", report.getScriptFamily());
        requireShort("reporter", report.getReporter());
        requireFew("givenFeatures", report.getGivenFeatures());
        requireFew("extractedFeatures", report.getExtractedFeatures());
    }

    private static void requireFew(String field, List<String> features) {
        if (features.size() > MOST_FEATURES) {
            throw new UnusableReportException(field + " must be at most " + MOST_FEATURES + ", got " + features.size());
        }
        features.forEach(feature -> requireShort(field, feature));
    }

    private static void requireShort(String field, String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new UnusableReportException(
                    field + " must have at most " + LONGEST_TEXT + " characters, got " + text.length());
        }
    }

    private static Report converted(dzvin.schemas.avro.Report report) {
        return new Report(
                report.getId(),
                report.getReceivedAt().toEpochMilli(),
                report.getCalledAt() == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(report.getCalledAt().toEpochMilli()),
                Optional.ofNullable(report.getNumber()),
                Optional.ofNullable(report.getRegion()),
                features(report),
                Optional.ofNullable(report.getScriptFamily()),
                Optional.ofNullable(report.getReporter()));
    }

    private static List<String> features(dzvin.schemas.avro.Report report) {
        if (report.getExtractedFeatures().isEmpty() && report.getGivenFeatures().size() < 2) {
            return report.getGivenFeatures();
        }
        var features = new TreeSet<>(report.getGivenFeatures());
        features.addAll(report.getExtractedFeatures());
        return new ArrayList<>(features);
    }
}
