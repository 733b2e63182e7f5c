package dzvin.detector.core.count;

import dzvin.detector.core.view.ViewKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a batch as {@link CellBatchWriter} writes it. A report that stands in several cells is one object in all of them. */
final class CellBatchReader {
    private final BytesIn in;
    private final List<String> words = new ArrayList<>();
    private final List<Digest> digests = new ArrayList<>();
    private final PackedDigest.Words knownWords = new KnownWords();
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
        return new TravellingCell(closing, arrival, new KeyCell(key, bucket, PackedCell.read(in, this::digest)));
    }

    private Digest digest() throws IOException {
        int place = place(digests);
        if (place >= 0) {
            return digests.get(place);
        }
        var digest = PackedDigest.read(receivedBefore, in, knownWords);
        receivedBefore = digest.receivedAt();
        digests.add(digest);
        return digest;
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

    /** Most reports have the same few lists of features, which are then the same objects. */
    private final class KnownWords implements PackedDigest.Words {
        private final SharedWords shared = new SharedWords();

        @Override
        public String next() throws IOException {
            return word();
        }

        @Override
        public List<String> listOf(String[] words) {
            return shared.of(List.of(words));
        }
    }
}
