package dzvin.ingest.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The ids of the reports that came last, each with whether it is kept yet: a retry that overtakes its first try waits for
 * the same answer. Bounded; what is forgotten here is still counted once, by the detector. Thread-safe.
 */
final class RecentIds {
    private final Map<String, CompletableFuture<Void>> byId;

    RecentIds(int remembered) {
        this.byId = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Void>> eldest) {
                return size() > remembered;
            }
        };
    }

    /**
     * Whoever is first has to keep the report and complete the future; for anyone after, it tells how that went.
     *
     * @param kept completes when the report is kept, exceptionally when it may be lost
     */
    record Claim(boolean isFirst, CompletableFuture<Void> kept) {}

    synchronized Claim claim(String id) {
        var earlier = byId.get(id);
        if (earlier != null) {
            return new Claim(false, earlier);
        }
        var kept = new CompletableFuture<Void>();
        byId.put(id, kept);
        return new Claim(true, kept);
    }

    /** Forgets a report that could not be kept, so that a retry is a first try again. */
    synchronized void forget(String id, CompletableFuture<Void> failed) {
        byId.remove(id, failed);
    }
}
