package dzvin.standalone.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What is in force, for people, with its origin. A secret is never shown, neither here nor anywhere else. */
public final class EffectiveSettings {
    private static final String MASK = "***";

    /** Of Kafka's settings those that cannot be secret; whatever is not known to be harmless is masked. */
    private static final Pattern HARMLESS = Pattern.compile(
            "security\\.protocol|sasl\\.mechanism|client\\.(id|rack)|.*\\.(ms|bytes|type|algorithm|location|protocol|protocols)");

    private EffectiveSettings() {}

    /** One line each: {@code key: value  # origin}; together a YAML file that says the same, but for secrets. */
    public static List<String> lines(Settings settings) {
        var lines = new ArrayList<String>();
        for (Setting setting : Setting.values()) {
            lines.add(line(setting.key(), shown(setting, settings), settings.origin(setting)));
        }
        settings.givenKafkaSettings().forEach((name, given) -> {
            var shown = HARMLESS.matcher(name).matches() ? given.value() : MASK;
            lines.add(line(given.key(), shown, given.origin()));
        });
        return lines;
    }

    private static String line(String key, String value, Origin origin) {
        return String.format(Locale.ROOT, "%-58s # %s", key + ": " + quoted(value), origin);
    }

    /** A webhook's address may hold a token in its path: the host says enough. */
    private static String shown(Setting setting, Settings settings) {
        var text = settings.text(setting);
        if (setting != Setting.SINK_WEBHOOK_URL || text.isEmpty()) {
            return text;
        }
        var address = settings.uri(setting);
        return address.getScheme() + "://" + address.getHost() + "/" + MASK;
    }

    private static String quoted(String value) {
        return value.isEmpty() || value.equals(MASK) || value.contains(": ") || value.contains("#")
                ? "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\""
                : value;
    }
}
