package dzvin.detector.streams;

import dzvin.detector.core.count.CellBatch;
import dzvin.detector.core.count.CellBatchWriter;
import dzvin.detector.core.count.TravellingCell;
import java.util.function.Consumer;

/**
 * Sends cells that go the same way together. What Kafka and Kafka Streams do with a record costs more than a cell does, and cells come by
 * the thousand when a bucket closes. Nothing waits here longer than the one record that closed the bucket. Used by one thread.
 */
final class CellBatches {
    /** From this size on a batch goes off; far below what Kafka takes as one record, even with the largest cell on top. */
    private static final int FULL = 64 << 10;

    private final Consumer<CellBatch> out;
    private CellBatchWriter open;

    CellBatches(Consumer<CellBatch> out) {
        this.out = out;
    }

    void add(TravellingCell cell) {
        if (open != null && open.closing() != cell.closing()) {
            send();
        }
        if (open == null) {
            open = new CellBatchWriter(cell.closing());
        }
        open.add(cell);
        if (open.size() >= FULL) {
            send();
        }
    }

    /** Sends what is left. */
    void send() {
        if (open != null) {
            out.accept(open.batch());
            open = null;
        }
    }
}
