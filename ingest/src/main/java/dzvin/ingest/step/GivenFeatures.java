package dzvin.ingest.step;

import dzvin.ingest.RawReport;
import dzvin.ingest.Rejection;
import dzvin.schemas.avro.RejectionReason;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The script features that somebody ticked: any code, whether a codebook knows it or not. */
public final class GivenFeatures {
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,64}");

    private GivenFeatures() {}

    /** The codes, sorted, each once. */
    public static List<String> of(RawReport told, Consumer<Rejection> setAside) {
        if (told.features().isEmpty()) {
            return List.of();
        }
        var codes = new TreeSet<String>();
        for (String feature : told.features()) {
            var code = feature.strip().toLowerCase(Locale.ROOT);
            if (CODE.matcher(code).matches()) {
                codes.add(code);
            } else {
                setAside.accept(new Rejection(
                        RejectionReason.BAD_FEATURE,
                        "features",
                        "a feature is a code of a-z, 0-9 and '-', at most 64 characters"));
            }
        }
        return List.copyOf(codes);
    }
}
