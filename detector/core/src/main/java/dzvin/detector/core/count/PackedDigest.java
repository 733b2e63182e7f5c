package dzvin.detector.core.count;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** How digests are written in batches and in the rows of young keys. Regions, families and features are words, which are written as the whole around them sees fit. */
final class PackedDigest {
    private static final int CALLED_AT = 1;
    private static final int NUMBER = 2;
    private static final int REGION = 4;
    private static final int FAMILY = 8;
    /** A number as digits alone, of which {@link PackedNumber} makes the text. */
    private static final int DIGITS = 16;

    private PackedDigest() {}

    /** Where words are read. */
    interface Words {
        String next() throws IOException;

        /** Words that were read one after another as a list; who reads many digests may answer with the same one again. */
        default List<String> listOf(String[] words) {
            return List.of(words);
        }
    }

    /** @param base receipt of a report that was near in time, or 0 */
    static void write(Digest digest, long base, BytesOut out, Consumer<String> words) {
        out.text(digest.report());
        out.difference(digest.receivedAt() - base);
        out.octet((digest.isCalledAtTold() ? CALLED_AT : 0)
                | (digest.packedNumber() != PackedNumber.NONE ? DIGITS : 0)
                | (digest.otherNumber() != null ? NUMBER : 0)
                | (digest.regionOrNull() != null ? REGION : 0)
                | (digest.familyOrNull() != null ? FAMILY : 0));
        if (digest.isCalledAtTold()) {
            out.difference(digest.receivedAt() - digest.calledAtMillis());
        }
        if (digest.packedNumber() != PackedNumber.NONE) {
            out.number(digest.packedNumber());
        } else if (digest.otherNumber() != null) {
            out.text(digest.otherNumber());
        }
        if (digest.regionOrNull() != null) {
            words.accept(digest.regionOrNull());
        }
        if (digest.familyOrNull() != null) {
            words.accept(digest.familyOrNull());
        }
        out.number(digest.features().size());
        for (int i = 0; i < digest.features().size(); i++) {
            words.accept(digest.features().get(i));
        }
    }

    /** @param base as it was when the digest was written */
    static Digest read(long base, BytesIn in, Words words) throws IOException {
        var report = in.text();
        long receivedAt = base + in.difference();
        int present = in.octet();
        long calledAt = has(present, CALLED_AT) ? receivedAt - in.difference() : Digest.NOT_TOLD;
        long packedNumber = has(present, DIGITS) ? in.number() : PackedNumber.NONE;
        var otherNumber = has(present, NUMBER) ? in.text() : null;
        var region = has(present, REGION) ? words.next() : null;
        var family = has(present, FAMILY) ? words.next() : null;
        var features = new String[in.count()];
        for (int i = 0; i < features.length; i++) {
            features[i] = words.next();
        }
        return new Digest(
                report, receivedAt, calledAt, packedNumber, otherNumber, region, words.listOf(features), family);
    }

    private static boolean has(int present, int part) {
        return (present & part) != 0;
    }
}
