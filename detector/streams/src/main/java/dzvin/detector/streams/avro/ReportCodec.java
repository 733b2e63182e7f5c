package dzvin.detector.streams.avro;

import dzvin.detector.core.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/** A report as the topic has it, turned into what the detector counts. */
public final class ReportCodec {
    private ReportCodec() {}

    /** Features are those that were given and those that the codebook found, each once, sorted. */
    public static Report toCore(dzvin.schemas.avro.Report report) {
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
