package dzvin.ingest.step;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.ingest.Rejection;
import dzvin.schemas.avro.RejectionReason;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.function.Consumer;

/** The language of the words, as a BCP 47 tag. */
public final class Languages {
    private Languages() {}

    /** The tag in its one spelling, empty if none was told or it is none. */
    public static String tag(RawReport told, Consumer<Rejection> setAside) {
        var text = Texts.line(told, Field.LANGUAGE);
        if (text.isEmpty()) {
            return "";
        }
        try {
            var tag = new Locale.Builder()
                    .setLanguageTag(text.get().replace('_', '-'))
                    .build()
                    .toLanguageTag();
            return tag.equals("und") ? "" : tag;
        } catch (IllformedLocaleException e) {
            setAside.accept(new Rejection(
                    RejectionReason.BAD_LANGUAGE,
                    Field.LANGUAGE.json(),
                    "must be a BCP 47 language tag such as uk or en-US"));
            return "";
        }
    }
}
