package dzvin.ingest.step;

import dzvin.schemas.avro.NumberKind;

/**
 * Who called, as the phone showed it.
 *
 * @param number in its one spelling, empty if withheld or not told
 * @param country ISO 3166-1 code, empty if not known
 */
public record Caller(NumberKind kind, String number, String country) {
    static final Caller NOT_TOLD = new Caller(NumberKind.UNKNOWN, "", "");
    static final Caller WITHHELD = new Caller(NumberKind.WITHHELD, "", "");

    static Caller of(NumberKind kind, String number) {
        return new Caller(kind, number, "");
    }
}
