package dzvin.detector.core.count;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a stage says. */
final class Collected implements PartitionOutput, MergerOutput {
    final List<TravellingCell> cells = new ArrayList<>();
    final List<Long> closedThrough = new ArrayList<>();
    final List<BucketClosed> closed = new ArrayList<>();

    @Override
    public void cell(TravellingCell cell) {
        cells.add(cell);
    }

    @Override
    public void closedThrough(long bucket) {
        closedThrough.add(bucket);
    }

    @Override
    public void closed(BucketClosed mark) {
        closed.add(mark);
    }

    /** The cell of a key, by its text. */
    TravellingCell of(String text) {
        return cells.stream()
                .filter(cell -> cell.cell().key().text().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cell of " + text + " among " + cells));
    }
}
