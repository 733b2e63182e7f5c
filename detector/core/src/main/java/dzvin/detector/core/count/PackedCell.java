package dzvin.detector.core.count;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/** How cells are written in batches and in the rows of young keys. Digests are written as the whole around them sees fit. */
final class PackedCell {
    private PackedCell() {}

    /** Where digests are read. */
    interface Digests {
        Digest next() throws IOException;
    }

    static void write(Cell cell, BytesOut out, Consumer<Digest> digests) {
        out.number(cell.reports());
        out.whole(cell.bound());
        out.number(cell.sampled());
        for (int i = 0; i < cell.sampled(); i++) {
            var voice = cell.voice(i);
            out.whole(voice.person());
            out.number(voice.reports());
            digests.accept(voice.digest());
        }
    }

    static Cell read(BytesIn in, Digests digests) throws IOException {
        long reports = in.number();
        long bound = in.whole();
        var voices = new Voice[in.count()];
        for (int i = 0; i < voices.length; i++) {
            voices[i] = new Voice(in.whole(), (int) in.number(), digests.next());
        }
        return new Cell(reports, bound, Arrays.asList(voices));
    }
}
