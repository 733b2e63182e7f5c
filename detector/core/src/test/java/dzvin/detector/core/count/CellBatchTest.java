package dzvin.detector.core.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.detector.core.view.ViewKey;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CellBatchTest {
    private static final ViewKey REGION = new ViewKey("region", "region=UA-32");
    private static final ViewKey FEATURE = new ViewKey("feature", "feature=дзвін-🔔");

    private static final Digest WHOLE = new Digest(
            "r-1",
            1_741_000_000_000L,
            OptionalLong.of(1_741_000_500_000L),
            Optional.of("+380441234567"),
            Optional.of("UA-32"),
            List.of("appeal-to-us", "дзвін-🔔"),
            Optional.of("family-7"));
    private static final Digest BARE =
            new Digest("", -5, OptionalLong.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    @Test
    void whatIsReadIsWhatWasWritten() {
        var cells = List.of(
                TravellingCell.onTime(new KeyCell(
                        REGION, -7, new Cell(3, Cell.EVERYBODY, List.of(voice(1, WHOLE), voice(-1, BARE))))),
                new TravellingCell(-7, Arrival.LATE, new KeyCell(FEATURE, -300, Cell.of(9, BARE))),
                new TravellingCell(-7, Arrival.EARLIER, new KeyCell(FEATURE, Integer.MIN_VALUE, Cell.of(9, WHOLE))),
                TravellingCell.onTime(new KeyCell(FEATURE, -7, new Cell(Long.MAX_VALUE, -2, sample()))));

        assertThat(read(written(cells)).cells()).isEqualTo(cells);
    }

    @Test
    void aReportOfSeveralKeysIsWrittenOnceAndReadAsOneObject() {
        var one = TravellingCell.onTime(new KeyCell(REGION, 4, Cell.of(9, WHOLE)));
        var other = TravellingCell.onTime(new KeyCell(FEATURE, 4, Cell.of(9, WHOLE)));

        var batch = read(written(List.of(one, other)));

        var cells = batch.cells();
        assertThat(digest(cells.get(1))).isSameAs(digest(cells.get(0)));
        assertThat(CellBatch.CODEC.toBytes(batch).length)
                .isLessThan(written(List.of(one)).length + written(List.of(other)).length - 40);
    }

    @Test
    void sizeGrowsWithTheCellsToThatOfTheBatch() {
        var writer = new CellBatchWriter();
        writer.add(TravellingCell.onTime(new KeyCell(FEATURE, 4, Cell.of(9, WHOLE))));
        int before = writer.size();

        writer.add(TravellingCell.onTime(new KeyCell(REGION, 4, new Cell(500, 1L << 60, sample()))));

        int after = writer.size();
        assertThat(after - before).isGreaterThan(Cell.LARGEST_SAMPLE * Long.BYTES);
        assertThat(CellBatch.CODEC.toBytes(writer.batch()).length).isBetween(after, after + 8);
    }

    @Test
    void eachBatchOfAWriterStandsByItself() {
        var cells = List.of(TravellingCell.onTime(new KeyCell(REGION, 4, Cell.of(9, WHOLE))));
        var writer = new CellBatchWriter();

        var first = CellBatch.CODEC.toBytes(batch(writer, cells));
        var second = CellBatch.CODEC.toBytes(batch(writer, cells));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void bytesThatAreCutShortAreRefused() {
        var bytes = written(List.of(TravellingCell.onTime(new KeyCell(REGION, 4, Cell.of(9, WHOLE)))));

        for (int length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(cut).cells()).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void anotherVersionIsRefused() {
        var bytes = TravellingCell.CODEC.toBytes(TravellingCell.onTime(new KeyCell(REGION, 4, Cell.of(9, WHOLE))));

        assertThatThrownBy(() -> read(bytes)).hasRootCauseMessage("layout must be version 3, got 1");
    }

    @Test
    void aCellOfAnotherBucketIsNotTaken() {
        var writer = new CellBatchWriter();
        writer.add(TravellingCell.onTime(new KeyCell(REGION, 4, Cell.EMPTY)));

        assertThatThrownBy(() -> writer.add(TravellingCell.onTime(new KeyCell(REGION, 5, Cell.EMPTY))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] written(List<TravellingCell> cells) {
        return CellBatch.CODEC.toBytes(batch(new CellBatchWriter(), cells));
    }

    private static CellBatch batch(CellBatchWriter writer, List<TravellingCell> cells) {
        cells.forEach(writer::add);
        return writer.batch();
    }

    private static CellBatch read(byte[] bytes) {
        return CellBatch.CODEC.fromBytes(bytes);
    }

    private static Digest digest(TravellingCell cell) {
        return cell.cell().cell().voices().get(0).digest();
    }

    private static Voice voice(long person, Digest digest) {
        return new Voice(person, Integer.MAX_VALUE, digest);
    }

    private static List<Voice> sample() {
        return LongStream.range(0, Cell.LARGEST_SAMPLE)
                .mapToObj(person -> voice(person << 40, person % 2 == 0 ? WHOLE : BARE))
                .toList();
    }
}
