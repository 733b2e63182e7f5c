package dzvin.standalone.replay;

import dzvin.ingest.IngestPipeline;
import dzvin.ingest.Outcome;
import dzvin.ingest.file.Entry;
import dzvin.schemas.avro.RejectionReason;
import dzvin.schemas.avro.Report;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A stretch of a file after ingest's pipeline: its reports in their order, and how many were refused for what. */
record Batch(List<Report> reports, Map<RejectionReason, Long> refused) {
    /** Takes entries through the pipeline. */
    static Batch of(List<Entry> entries, IngestPipeline pipeline) {
        var batch = new Batch(new ArrayList<>(entries.size()), new EnumMap<>(RejectionReason.class));
        for (Entry entry : entries) {
            if (entry instanceof Entry.Refused refused) {
                batch.refuse(refused.rejection().reason());
            } else if (entry instanceof Entry.Told told) {
                batch.take(pipeline.process(told.report()));
            } else if (entry instanceof Entry.Ready ready) {
                batch.reports().add(ready.report());
            }
        }
        return batch;
    }

    private void take(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            reports.add(accepted.report());
        } else if (outcome instanceof Outcome.Rejected rejected) {
            refuse(rejected.rejection().reason());
        }
    }

    private void refuse(RejectionReason reason) {
        refused.merge(reason, 1L, Long::sum);
    }
}
