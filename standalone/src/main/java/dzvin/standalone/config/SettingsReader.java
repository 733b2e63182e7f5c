package dzvin.standalone.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts file and environment together and checks each value by its setting's kind. */
final class SettingsReader {
    /** Settings of Kafka's own, which this table does not know. */
    static final String FREE_SECTION = "kafka.settings.";

    private static final String FREE_VARIABLES = "DZVIN_KAFKA_SETTINGS_";

    private final Problems problems = new Problems();
    private final Map<Setting, Given> known = new EnumMap<>(Setting.class);
    private final Map<String, Given> free = new TreeMap<>();

    static Settings read(Optional<Path> file, Map<String, String> environment) {
        var reader = new SettingsReader();
        file.ifPresent(path -> ConfigFile.read(path, reader.problems).forEach(reader::takeFromFile));
        new TreeMap<>(environment).forEach(reader::takeFromEnvironment);
        reader.checkKinds();
        reader.problems.refuse();
        return new Settings(reader.known, reader.free);
    }

    private void takeFromFile(Given given) {
        if (given.key().startsWith(FREE_SECTION)) {
            free.put(given.key().substring(FREE_SECTION.length()), given);
            return;
        }
        Setting.named(given.key())
                .ifPresentOrElse(
                        setting -> known.put(setting, given),
                        () -> problems.add(
                                given.origin(),
                                given.key(),
                                "is no setting (did you mean " + Nearest.to(given.key(), keys()) + "?)",
                                "it"));
    }

    private void takeFromEnvironment(String name, String value) {
        var origin = new Origin.Variable(name);
        if (isFree(name)) {
            var key = name.substring(FREE_VARIABLES.length())
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '.');
            free.put(key, new Given(FREE_SECTION + key, value.strip(), origin));
            return;
        }
        var setting = Arrays.stream(Setting.values())
                .filter(one -> one.variable().equals(name))
                .findFirst();
        if (setting.isPresent()) {
            known.put(setting.get(), new Given(setting.get().key(), value.strip(), origin));
        } else if (looksLikeOurs(name)) {
            problems.add(name, "is no setting's variable (did you mean " + Nearest.to(name, variables()) + "?)", "it");
        }
    }

    private static boolean isFree(String name) {
        return name.startsWith(FREE_VARIABLES) && !name.equals(Setting.KAFKA_SETTINGS_FILE.variable());
    }

    /** Other variables of this prefix are the launcher's, the containers' or the tests'. */
    private static boolean looksLikeOurs(String name) {
        return Arrays.stream(Setting.values())
                .filter(setting -> setting.key().contains("."))
                .map(setting ->
                        setting.variable().substring(0, setting.variable().indexOf('_', "DZVIN_".length()) + 1))
                .anyMatch(name::startsWith);
    }

    private void checkKinds() {
        known.forEach((setting, given) -> {
            boolean allowed = given.value().isEmpty()
                    ? setting.byDefault().isEmpty()
                    : setting.kind().allows().test(given.value());
            if (!allowed) {
                problems.add(given.origin(), setting.key(), setting.kind().rule(), given.value());
            }
        });
        free.values().stream()
                .filter(given -> given.value().isEmpty())
                .forEach(given -> problems.add(given.origin(), given.key(), "must have a value", ""));
    }

    private static List<String> keys() {
        return Arrays.stream(Setting.values()).map(Setting::key).toList();
    }

    private static List<String> variables() {
        var names = new ArrayList<String>();
        Arrays.stream(Setting.values()).map(Setting::variable).forEach(names::add);
        return names;
    }
}
