package dzvin.ingest.step;

import dzvin.ingest.RawReport.Field;
import dzvin.ingest.Rejection;
import dzvin.schemas.avro.NumberKind;
import dzvin.schemas.avro.RejectionReason;
import java.util.List;
import java.util.Set;

/** A report has to say something of the call: a number, if only that it was withheld, a region, a feature or words. */
public final class Substance {
    private static final Set<String> OF_THE_CALL = Set.of(Field.REGION.json(), "features");

    private Substance() {}

    /** Refuses a report that says nothing, with the reason for which what it said was set aside. */
    public static void check(Caller caller, Place place, List<String> features, String words, List<Rejection> setAside)
            throws RefusedException {
        boolean saysNothing = caller.kind() == NumberKind.UNKNOWN
                && place.region().isEmpty()
                && features.isEmpty()
                && words.isEmpty();
        if (saysNothing) {
            var cause = setAside.stream()
                    .filter(rejection -> OF_THE_CALL.contains(rejection.field()))
                    .findFirst()
                    .orElse(new Rejection(
                            RejectionReason.EMPTY, "", "a report needs a number, a region, a feature or words"));
            throw new RefusedException(cause.reason(), cause.field(), cause.detail());
        }
    }
}
