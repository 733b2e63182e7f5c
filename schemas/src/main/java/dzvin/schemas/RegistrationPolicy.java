package dzvin.schemas;

import java.util.Map;

/**
 * How a writer comes by the id of its schema, from the settings that Confluent's serializers know: it registers the
 * schema itself unless {@code auto.register.schemas} is false; then it looks its own schema up, or, with
 * {@code use.latest.version}, takes the newest version, which must be laid out as its own.
 */
enum RegistrationPolicy {
    REGISTER,
    LOOK_UP,
    LATEST;

    static RegistrationPolicy from(Map<String, ?> settings) {
        if (flag(settings, "auto.register.schemas", true)) {
            return REGISTER;
        }
        return flag(settings, "use.latest.version", false) ? LATEST : LOOK_UP;
    }

    private static boolean flag(Map<String, ?> settings, String key, boolean otherwise) {
        var value = settings.get(key);
        if (value == null) {
            return otherwise;
        }
        var text = value.toString().trim();
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        throw new IllegalArgumentException(key + " must be true or false, got " + text);
    }
}
