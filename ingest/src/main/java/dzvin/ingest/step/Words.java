package dzvin.ingest.step;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import java.text.Normalizer;

/** The words of a call: what they are before anything is read from them, and what is kept of them. */
public final class Words {
    private final TextPolicy policy;

    public Words(TextPolicy policy) {
        this.policy = policy;
    }

    /** The words in composed characters, without control characters and halves of characters; empty if none were told. */
    public static String of(RawReport told) {
        return told.tells(Field.TEXT).map(Words::clean).orElse("");
    }

    /** What may be kept of them. */
    public String kept(String words) {
        return words.isEmpty() ? "" : policy.apply(words);
    }

    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(Words::isText).forEach(clean::appendCodePoint);
        return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
    }

    private static boolean isText(int c) {
        int type = Character.getType(c);
        boolean invisible = type == Character.CONTROL || type == Character.SURROGATE || type == Character.FORMAT;
        return !invisible || c == '\n' || c == '\t';
    }
}
