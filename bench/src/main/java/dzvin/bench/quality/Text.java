package dzvin.bench.quality;

import java.util.Locale;

/** Numbers in tables, the same in every country. */
final class Text {
    private Text() {}

    static String of(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
