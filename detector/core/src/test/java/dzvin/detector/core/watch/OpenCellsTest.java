package dzvin.detector.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.Digest;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.view.ViewKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OpenCellsTest {
    private static final long BUCKET = 7;
    private static final int MOST = 20_000;

    private final OpenCells open = new OpenCells(0);

    @Test
    void beyondTheBoundOfABucketNoFurtherKeyIsHeldAndThoseThatAreGoOn() {
        for (int i = 0; i < MOST; i++) {
            assertThat(open.put(0, cell(BUCKET, "made-up-" + i, 1))).isTrue();
        }

        assertThat(open.put(0, cell(BUCKET, "one-more", 1))).isFalse();
        assertThat(open.of(key("one-more"), BUCKET)).isEmpty();
        assertThat(open.put(0, cell(BUCKET, "made-up-0", 2))).isTrue();
        assertThat(open.put(0, cell(BUCKET + 1, "one-more", 1))).isTrue();
    }

    private static ViewKey key(String feature) {
        return new ViewKey("feature", "feature=" + feature);
    }

    private static KeyCell cell(long bucket, String feature, int people) {
        var cell = Cell.EMPTY;
        for (int person = 1; person <= people; person++) {
            var digest = new Digest(
                    "r" + person,
                    0,
                    OptionalLong.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(feature),
                    Optional.empty());
            cell = cell.merge(Cell.of(person, digest));
        }
        return new KeyCell(key(feature), bucket, cell);
    }
}
