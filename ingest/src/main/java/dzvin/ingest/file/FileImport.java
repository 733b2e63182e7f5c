package dzvin.ingest.file;

import dzvin.ingest.IngestPipeline;
import dzvin.ingest.Outcome;
import dzvin.ingest.RawReport;
import dzvin.ingest.Rejection;
import dzvin.schemas.avro.RejectionReason;
import dzvin.schemas.avro.Report;
import java.util.EnumMap;
import java.util.Map;

/**
 * Takes a file's reports through ingest's pipeline to where reports are kept, each once: ids that are there already, be it
 * from another file or from a run of the same file that was killed, are passed over, so running it again finishes it.
 * For one file and one thread.
 */
public final class FileImport {
    private static final int ENTRIES_BETWEEN_PROGRESS = 64;

    private final IngestPipeline pipeline;
    private final ImportTarget target;
    private final RejectedRows rejectedRows;
    private final ImportProgress progress;
    private final IdSet known = new IdSet();
    private final Map<RejectionReason, Long> reasons = new EnumMap<>(RejectionReason.class);
    private long accepted;
    private long duplicates;

    public FileImport(
            IngestPipeline pipeline, ImportTarget target, RejectedRows rejectedRows, ImportProgress progress) {
        this.pipeline = pipeline;
        this.target = target;
        this.rejectedRows = rejectedRows;
        this.progress = progress;
    }

    /** Imports the file; what the result calls accepted is kept for good when this returns. */
    public ImportResult run(ReportFile file) {
        long size = target.size();
        target.forEachId(known::add, done -> progress.lookedThrough(done, size));
        long entries = 0;
        for (Entry entry : file) {
            take(entry);
            if (++entries % ENTRIES_BETWEEN_PROGRESS == 0) {
                progress.imported(file, result(file));
            }
        }
        target.flush();
        progress.imported(file, result(file));
        return result(file);
    }

    private void take(Entry entry) {
        if (entry instanceof Entry.Refused refused) {
            reject(refused.line(), refused.rejection());
        } else if (entry instanceof Entry.Told told) {
            process(told.line(), told.report());
        } else if (entry instanceof Entry.Ready ready) {
            keep(ready.report());
        }
    }

    private void process(long line, RawReport report) {
        var outcome = pipeline.process(report);
        if (outcome instanceof Outcome.Rejected rejected) {
            reject(line, rejected.rejection());
        } else if (outcome instanceof Outcome.Accepted whole) {
            keep(whole.report());
        }
    }

    private void keep(Report report) {
        if (!known.add(report.getId())) {
            duplicates++;
            return;
        }
        target.append(report);
        accepted++;
    }

    private void reject(long line, Rejection rejection) {
        reasons.merge(rejection.reason(), 1L, Long::sum);
        rejectedRows.add(line, rejection);
    }

    private ImportResult result(ReportFile file) {
        return new ImportResult(file.rows(), accepted, duplicates, reasons);
    }
}
