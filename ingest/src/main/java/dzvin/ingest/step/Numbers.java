package dzvin.ingest.step;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.schemas.avro.NumberKind;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives a caller number its one spelling. Callers show what they like, so nothing is refused here: what cannot be a number
 * is kept as told, for equal fakes are evidence too.
 */
public final class Numbers {
    /** Keys of {@link Texts#key}: what desks, phones and people write where no number was shown. */
    private static final Set<String> WITHHELD = Set.of(
            RawReport.WITHHELD,
            "anonymous",
            "private",
            "private number",
            "unknown",
            "unknown number",
            "unknown caller",
            "restricted",
            "unavailable",
            "hidden",
            "hidden number",
            "blocked",
            "blocked number",
            "no caller id",
            "no number",
            "прихований",
            "прихований номер",
            "приховано",
            "номер приховано",
            "невідомий",
            "невідомий номер",
            "невідомо",
            "анонім",
            "анонімний",
            "анонімно",
            "без номера",
            "не визначився",
            "номер не визначився",
            "скрытый",
            "скрытый номер",
            "скрыт",
            "номер скрыт",
            "неизвестный",
            "неизвестный номер",
            "неизвестно",
            "аноним",
            "анонимный",
            "анонимно",
            "не определился",
            "номер не определился",
            "не определен");

    /** Digits of which the last are hidden by {@code x}, then perhaps a token that tells masked numbers apart. */
    private static final Pattern MASKED = Pattern.compile("\\+?[0-9][0-9 ()-]*x{3,}(\\.[0-9a-z]{1,16})?");

    private static final Pattern FILLING = Pattern.compile("[\\s().\\-/]");
    private static final Pattern SHORT_CODE = Pattern.compile("[*#]?[0-9]{3,6}#?");
    private static final Pattern VANITY = Pattern.compile("\\+?1?[2-9][0-9]{2}[0-9A-Z]{7}");
    private static final Pattern SOVIET_TRUNK_PREFIX = Pattern.compile("80[0-9]{9}");

    /** A sender's name has at most eleven characters in the GSM network. */
    private static final int LONGEST_SENDER = 11;

    private static final int SHORTEST_FOREIGN = 11;

    private final PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    private final String country;
    /** Where numbers are dialled as in the United States. */
    private final Optional<NorthAmerica> northAmerica;
    /** The same numbers are told again and again, which is what makes them worth a report. */
    private final Remembered<Caller> callers = new Remembered<>(this::caller);

    /** Numbers as they are dialled in a country (ISO 3166-1 code). */
    public Numbers(String country) {
        this.country = country;
        this.northAmerica = country.equals("US") ? Optional.of(new NorthAmerica()) : Optional.empty();
    }

    /** Who called. */
    public Caller caller(RawReport told) {
        return Texts.line(told, Field.NUMBER).map(this::answer).orElse(Caller.NOT_TOLD);
    }

    private Caller answer(String told) {
        return northAmerica.isPresent() && NorthAmerica.isWhole(told)
                ? northAmerica.get().caller(told)
                : callers.answer(told);
    }

    private Caller caller(String told) {
        var text = Normalizer.normalize(told, Normalizer.Form.NFKC).strip();
        boolean lettered = text.codePoints().anyMatch(Character::isLetter);
        if (!lettered) {
            return byDigits(text);
        }
        if (WITHHELD.contains(Texts.key(text))) {
            return Caller.WITHHELD;
        }
        if (MASKED.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
            return masked(text.toLowerCase(Locale.ROOT));
        }
        var digitsAndLetters = FILLING.matcher(text.toUpperCase(Locale.ROOT)).replaceAll("");
        if (VANITY.matcher(digitsAndLetters).matches()) {
            return dialable(PhoneNumberUtil.convertAlphaCharactersInNumber(digitsAndLetters), "US")
                    .orElseGet(() -> named(text));
        }
        return dialable(text, country).orElseGet(() -> named(text));
    }

    private Caller byDigits(String text) {
        if (text.chars().noneMatch(Character::isDigit)) {
            return Caller.NOT_TOLD;
        }
        var digits = FILLING.matcher(text).replaceAll("");
        if (SHORT_CODE.matcher(digits).matches()) {
            return Caller.of(NumberKind.SHORT_CODE, digits);
        }
        return dialable(digits, country)
                .or(() -> dialable(inNationalForm(digits), country))
                .or(() -> foreign(digits))
                .orElseGet(() -> Caller.of(NumberKind.IMPOSSIBLE, digits));
    }

    /** Ukrainians still dial and write an 8 before the trunk prefix. */
    private String inNationalForm(String digits) {
        return country.equals("UA") && SOVIET_TRUNK_PREFIX.matcher(digits).matches() ? digits.substring(1) : digits;
    }

    /** A foreign number of which the plus was lost; only a number that is in use somewhere, as it is a guess. */
    private Optional<Caller> foreign(String digits) {
        if (digits.startsWith("+") || digits.startsWith("0") || digits.length() < SHORTEST_FOREIGN) {
            return Optional.empty();
        }
        return parsed("+" + digits, country).filter(phones::isValidNumber).map(this::inE164);
    }

    private Optional<Caller> dialable(String text, String dialledIn) {
        return parsed(text, dialledIn).filter(this::canExist).map(this::inE164);
    }

    /** A zero that was kept before the number is Italian, or a trunk prefix before too few digits. */
    private boolean canExist(PhoneNumber number) {
        return phones.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                && (!number.isItalianLeadingZero() || phones.isValidNumber(number));
    }

    private Optional<PhoneNumber> parsed(String text, String dialledIn) {
        try {
            return Optional.of(phones.parse(text, dialledIn));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    private Caller inE164(PhoneNumber number) {
        var home = Objects.requireNonNullElse(phones.getRegionCodeForNumber(number), "");
        boolean isCountry = home.length() == 2 && Character.isLetter(home.charAt(0));
        return new Caller(NumberKind.E164, phones.format(number, PhoneNumberFormat.E164), isCountry ? home : "");
    }

    /**
     * A number that was masked before it came here stays as it is, so that equal ones stay equal and the block is seen. It
     * counts as a number if the whole would have had the right length.
     */
    private Caller masked(String text) {
        int token = text.indexOf('.');
        var shape = (token < 0 ? text : text.substring(0, token)).replace('x', '0');
        return dialable(shape, country)
                .map(whole -> new Caller(NumberKind.E164, text, whole.country()))
                .orElseGet(() -> Caller.of(NumberKind.IMPOSSIBLE, text));
    }

    /** A sender's name is the same in capitals or not; a longer remark without digits says nothing of the number. */
    private static Caller named(String text) {
        // Some letters become several as capitals, which then compose anew.
        var capitals = Normalizer.normalize(text.toUpperCase(Locale.ROOT), Normalizer.Form.NFKC);
        if (capitals.length() <= LONGEST_SENDER) {
            return Caller.of(NumberKind.ALPHANUMERIC, capitals);
        }
        boolean hasDigits = text.codePoints().anyMatch(Character::isDigit);
        return hasDigits ? Caller.of(NumberKind.IMPOSSIBLE, text) : Caller.NOT_TOLD;
    }
}
