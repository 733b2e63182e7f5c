package dzvin.ingest;

import dzvin.ingest.codebook.Codebook;
import dzvin.schemas.avro.Report;

/**
 * Ingest's step from words to script features, taken again for reports that were accepted before. It reads the words that were kept; where
 * numbers in them were redacted, it reads what is left. A report without words stays as it is. Thread-safe.
 */
public final class Reextraction {
    private final Codebook codebook;

    public Reextraction(Codebook codebook) {
        this.codebook = codebook;
    }

    /** The report as this codebook has it. */
    public Report of(Report report) {
        if (report.getText() == null) {
            return report;
        }
        return Report.newBuilder(report)
                .setExtractedFeatures(codebook.featuresIn(report.getText()))
                .setCodebook(codebook.name())
                .build();
    }

    /** Whether a report had words that were not kept, so that the features which were found in them then must stay. */
    public static boolean keepsOldFeatures(Report report) {
        return report.getText() == null && report.getCodebook() != null;
    }
}
