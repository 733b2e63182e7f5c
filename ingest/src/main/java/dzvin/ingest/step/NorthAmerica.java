package dzvin.ingest.step;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dzvin.schemas.avro.NumberKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Whole national numbers of the United States: ten digits that begin with 2 to 9, of which nothing could be taken off (011, 1). Most
 * numbers of an American history look like that and are told once, so that remembering them would not help.
 *
 * <p>Of which country such a number is, its first six digits say: it is by them that the numbering plan hands numbers out. The library is
 * asked once for each of these, and a test asks it for others. Thread-safe: an answer may be worked out more than once.
 */
final class NorthAmerica {
    private static final int DIGITS = 10;
    private static final int PREFIX = 6;
    private static final int PREFIXES = 1_000_000;
    private static final int CODE = 1;

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    private final List<String> countries = new ArrayList<>();
    /** By the first six digits: the place of the country, counted from 1; 0 if it was not asked for yet. */
    private final byte[] known = new byte[PREFIXES];

    NorthAmerica() {
        countries.add("");
        countries.addAll(phones.getRegionCodesForCountryCode(CODE));
    }

    static boolean isWhole(String told) {
        if (told.length() != DIGITS || told.charAt(0) < '2') {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            if (told.charAt(i) < '0' || told.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whose number it is. */
    Caller caller(String whole) {
        return new Caller(NumberKind.E164, "+1".concat(whole), country(whole));
    }

    private String country(String whole) {
        int prefix = Integer.parseInt(whole, 0, PREFIX, 10);
        int place = known[prefix];
        if (place == 0) {
            place = 1 + countries.indexOf(asked(whole));
            known[prefix] = (byte) place;
        }
        return countries.get(place - 1);
    }

    private String asked(String whole) {
        var number = new PhoneNumber().setCountryCode(CODE).setNationalNumber(Long.parseLong(whole));
        return Objects.requireNonNullElse(phones.getRegionCodeForNumber(number), "");
    }
}
