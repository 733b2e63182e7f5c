package dzvin.detector.streams;

import dzvin.detector.core.count.CellBatch;
import dzvin.detector.core.count.CellBatchWriter;
import dzvin.detector.core.count.TravellingCell;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

/**
 * Sends cells that go the same way together. What Kafka and Kafka Streams do with a record costs more than a cell does, and cells come by
 * the thousand when a bucket closes. Nothing waits here longer than the one record that closed the bucket. Used by one thread.
 */
final class CellBatches {
    /** From this size on a batch goes off; far below what Kafka takes as one record, even with the largest cell on top. */
    private static final int FULL = 64 << 10;

    private final List<List<TravellingCell>> byTarget;
    private final ObjIntConsumer<CellBatch> out;
    private final CellBatchWriter writer = new CellBatchWriter();

    /** @param out takes each batch with the index of its target */
    CellBatches(int targets, ObjIntConsumer<CellBatch> out) {
        this.byTarget = IntStream.range(0, targets)
                .<List<TravellingCell>>mapToObj(target -> new ArrayList<>())
                .toList();
        this.out = out;
    }

    void add(int target, TravellingCell cell) {
        byTarget.get(target).add(cell);
    }

    /** Sends everything. */
    void send() {
        for (int target = 0; target < byTarget.size(); target++) {
            for (TravellingCell cell : byTarget.get(target)) {
                if (!writer.takes(cell) || writer.size() >= FULL) {
                    out.accept(writer.batch(), target);
                }
                writer.add(cell);
            }
            if (!writer.isEmpty()) {
                out.accept(writer.batch(), target);
            }
            byTarget.get(target).clear();
        }
    }
}
