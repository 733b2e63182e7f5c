package dzvin.ingest.step;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.schemas.Secret;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A reporter's contact becomes a keyed hash, so that people can be counted and nobody be named. The same phone or mail
 * address in two spellings is one person. The pseudonym starts with a mark of the key, so that after a change of the key
 * nobody takes an old and a new pseudonym for two people who both called before.
 */
public final class Pseudonyms {
    private static final Pattern MAIL = Pattern.compile("[^\\s<>@,;:]+@[^\\s<>@,;:]+");
    private static final Pattern PHONE = Pattern.compile("(?:tel:)?\\+?[0-9][0-9\\s().\\-/]{5,30}");
    private static final int KEY_MARK = 6;

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    private final String country;
    private final KeyedHash hash;
    private final String mark;

    /** Pseudonyms under a key, for contacts as written in a country (ISO 3166-1 code). */
    public Pseudonyms(Secret key, String country) {
        this.country = country;
        this.hash = new KeyedHash(key, "reporter");
        this.mark = markOf(key);
    }

    /** What pseudonyms under a key begin with. */
    public static String markOf(Secret key) {
        return new KeyedHash(key, "mark-of-the-key").of("").substring(0, KEY_MARK);
    }

    /** The reporter's pseudonym, empty if no contact was told. */
    public String pseudonym(RawReport told) {
        return Texts.line(told, Field.REPORTER)
                .map(contact -> mark + "-" + hash.of(canonical(contact)))
                .orElse("");
    }

    private String canonical(String contact) {
        var text = Normalizer.normalize(contact, Normalizer.Form.NFKC)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
        var mail = MAIL.matcher(text.startsWith("mailto:") ? text.substring(7) : text);
        if (mail.find()) {
            return "mail " + mail.group();
        }
        return PHONE.matcher(text).matches() ? "phone " + phone(text).orElse(digits(text)) : "other " + text;
    }

    private Optional<String> phone(String text) {
        try {
            var number = phones.parse(text, country);
            return phones.isPossibleNumber(number)
                    ? Optional.of(phones.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
