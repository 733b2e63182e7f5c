package dzvin.standalone.replay;

import dzvin.ingest.Reextraction;
import dzvin.schemas.avro.Report;

/** A history of reports whose script features are computed anew from the words that were kept. */
public final class ReextractedHistory implements History {
    private final History history;
    private final Reextraction reextraction;
    private long unchanged;

    public ReextractedHistory(History history, Reextraction reextraction) {
        this.history = history;
        this.reextraction = reextraction;
    }

    /** Reports told so far that had words which were not kept, and keep the features found in them then. */
    public long unchanged() {
        return unchanged;
    }

    @Override
    public int partitions() {
        return history.partitions();
    }

    @Override
    public End end() {
        return history.end();
    }

    @Override
    public void tell(Listener listener) {
        history.tell(new Listener() {
            @Override
            public void report(int partition, Report report) {
                unchanged += Reextraction.keepsOldFeatures(report) ? 1 : 0;
                listener.report(partition, reextraction.of(report));
            }

            @Override
            public void heartbeat(int partition, long at) {
                listener.heartbeat(partition, at);
            }
        });
    }

    @Override
    public void close() {
        history.close();
    }
}
