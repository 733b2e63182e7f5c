package dzvin.detector.core.count;

import dzvin.detector.core.view.ViewKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a batch as {@link CellBatchWriter} writes it. A report that stands in several cells is one object in all of them. */
final class CellBatchReader {
    private final BytesIn in;
    private final List<String> words = new ArrayList<>();
    private final List<Digest> digests = new ArrayList<>();
    private long receivedBefore;

    CellBatchReader(byte[] bytes) {
        this.in = new BytesIn(bytes);
    }

    /** Where a batch belongs: what its first cell says of it. */
    record Head(long closing, String tableKey) {}

    Head head() throws IOException {
        long closing = in.whole();
        var arrival = Arrival.of(in.octet());
        long bucket = closing - in.number();
        word();
        return new Head(closing, TravellingCell.tableKey(closing, arrival, bucket, in.text()));
    }

    List<TravellingCell> cells() throws IOException {
        long closing = in.whole();
        var cells = new ArrayList<TravellingCell>();
        while (in.hasMore()) {
            cells.add(next(closing));
        }
        return cells;
    }

    private TravellingCell next(long closing) throws IOException {
        var arrival = Arrival.of(in.octet());
        long bucket = closing - in.number();
        var key = new ViewKey(word(), in.text());
        return new TravellingCell(closing, arrival, new KeyCell(key, bucket, cell()));
    }

    private Cell cell() throws IOException {
        long reports = in.number();
        long bound = in.whole();
        var voices = new Voice[in.count()];
        for (int i = 0; i < voices.length; i++) {
            voices[i] = new Voice(in.whole(), (int) in.number(), digest());
        }
        return new Cell(reports, bound, Arrays.asList(voices));
    }

    private Digest digest() throws IOException {
        int place = place(digests);
        if (place >= 0) {
            return digests.get(place);
        }
        var report = in.text();
        receivedBefore += in.difference();
        long receivedAt = receivedBefore;
        int present = in.octet();
        var calledAt = has(present, CellBatchWriter.CALLED_AT)
                ? OptionalLong.of(receivedAt - in.difference())
                : OptionalLong.empty();
        var number = has(present, CellBatchWriter.NUMBER) ? Optional.of(in.text()) : Optional.<String>empty();
        var region = has(present, CellBatchWriter.REGION) ? Optional.of(word()) : Optional.<String>empty();
        var family = has(present, CellBatchWriter.FAMILY) ? Optional.of(word()) : Optional.<String>empty();
        var features = new String[in.count()];
        for (int i = 0; i < features.length; i++) {
            features[i] = word();
        }
        var digest = new Digest(report, receivedAt, calledAt, number, region, List.of(features), family);
        digests.add(digest);
        return digest;
    }

    private static boolean has(int present, int part) {
        return (present & part) != 0;
    }

    private String word() throws IOException {
        int place = place(words);
        if (place >= 0) {
            return words.get(place);
        }
        var word = in.text();
        words.add(word);
        return word;
    }

    /** Where the next one stands among those that were read; -1 if it is written in full. */
    private int place(List<?> known) throws IOException {
        long number = in.number();
        if (number < CellBatchWriter.NEW || number > known.size()) {
            throw new IOException("number " + number + " stands for nothing among " + known.size());
        }
        return (int) number - 1;
    }
}
