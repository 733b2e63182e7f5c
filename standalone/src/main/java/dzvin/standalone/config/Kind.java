package dzvin.standalone.config;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the text of a setting may be.
 *
 * @param described for the documentation
 * @param allows whether a text may be
 * @param rule the end of a sentence that starts with the setting's key
 */
record Kind(String described, Predicate<String> allows, String rule) {
    private static final int HIGHEST_PORT = 65_535;
    private static final String AS_TEXT = "text";

    static Kind text() {
        return new Kind(AS_TEXT, text -> true, "may be any text");
    }

    static Kind path() {
        return new Kind("path", text -> text.indexOf('\0') < 0, "must be a path");
    }

    static Kind secretFile() {
        return new Kind("path, secret content", text -> text.indexOf('\0') < 0, "must be a path");
    }

    static Kind host() {
        return new Kind(
                "address", text -> !text.contains(" ") && !text.contains("/"), "must be a host name or an address");
    }

    static Kind flag() {
        return oneOf("true", "false");
    }

    static Kind port() {
        return new Kind(
                "port", text -> isWhole(text, 0, HIGHEST_PORT), "must be a port, 0 (any free one) to " + HIGHEST_PORT);
    }

    static Kind number(int least, int most) {
        return new Kind(
                "number",
                text -> isWhole(text, least, most),
                most == Integer.MAX_VALUE
                        ? "must be a whole number of at least " + least
                        : "must be a whole number from " + least + " to " + most);
    }

    static Kind duration() {
        return new Kind("duration", Kind::isDuration, "must be a positive ISO 8601 duration such as PT1S");
    }

    static Kind web() {
        return new Kind("address", Kind::isWeb, "must be an address that starts with http:// or https://");
    }

    static Kind oneOf(String... words) {
        var allowed = List.of(words);
        return new Kind(String.join(" or ", words), allowed::contains, "must be one of " + String.join(", ", words));
    }

    private static boolean isWhole(String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            return number >= least && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDuration(String text) {
        try {
            var duration = Duration.parse(text);
            return !duration.isNegative() && !duration.isZero();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isWeb(String text) {
        try {
            var address = URI.create(text);
            return address.getHost() != null && List.of("http", "https").contains(address.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
