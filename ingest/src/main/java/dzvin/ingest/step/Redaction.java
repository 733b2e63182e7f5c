package dzvin.ingest.step;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Takes what identifies a person by its form out of a text: mail addresses, links, account, card and phone numbers, and any
 * other run of six digits or more, such as passports, tax codes and dates of birth.
 *
 * <p>Names, addresses in words and places cannot be found by form, and Ukrainian ones less than most, as they are inflected:
 * they stay. Who must not keep them sets the policy to drop the text.
 */
final class Redaction {
    private static final Pattern MAIL = Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}.-]{1,255}");
    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.|t\\.me/)\\S{1,2000}");
    private static final Pattern ACCOUNT =
            Pattern.compile("\\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b");
    private static final Pattern DIGITS = Pattern.compile("\\+?\\(?[0-9](?:[ \\u00a0().\\-/]{0,3}[0-9]){5,}");

    private static final int CARD = 13;
    private static final int PHONE = 9;

    private Redaction() {}

    static String of(String text) {
        var withoutMail = MAIL.matcher(text).replaceAll("[mail]");
        var withoutLinks = LINK.matcher(withoutMail).replaceAll("[link]");
        var withoutAccounts = ACCOUNT.matcher(withoutLinks).replaceAll("[account]");
        return DIGITS.matcher(withoutAccounts).replaceAll(Redaction::mark);
    }

    private static String mark(MatchResult found) {
        long digits = found.group().chars().filter(Character::isDigit).count();
        if (digits >= CARD) {
            return "[card]";
        }
        return digits >= PHONE || found.group().startsWith("+") ? "[phone]" : "[digits]";
    }
}
