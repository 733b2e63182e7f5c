package dzvin.standalone.config;

import dzvin.standalone.failure.UsageException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is in force, each value checked by its kind, and where it comes from. */
public final class Settings {
    private static final Path USUAL_FILE = Path.of("dzvin.yaml");
    private static final String FILE_VARIABLE = "DZVIN_CONFIG";

    private final Map<Setting, Given> given;
    private final Map<String, Given> kafkaSettings;

    Settings(Map<Setting, Given> given, Map<String, Given> kafkaSettings) {
        this.given = new EnumMap<>(Setting.class);
        this.given.putAll(given);
        this.kafkaSettings = new TreeMap<>(kafkaSettings);
    }

    /**
     * Reads the named file; none named: the one of {@code DZVIN_CONFIG}, else {@code dzvin.yaml} here if there is one. The
     * environment stands above the file. Throws {@link UsageException} with every problem, one a line.
     */
    public static Settings read(Optional<Path> file, Map<String, String> environment) {
        var chosen = file.or(() -> Optional.ofNullable(environment.get(FILE_VARIABLE))
                        .filter(name -> !name.isBlank())
                        .map(Path::of))
                .or(() -> Optional.of(USUAL_FILE).filter(Files::exists));
        return SettingsReader.read(chosen, environment);
    }

    /** The value, which is the default if nobody said otherwise. */
    public String text(Setting setting) {
        return isSet(setting) ? given.get(setting).value() : setting.byDefault();
    }

    /** Whether somebody said something. */
    public boolean isSet(Setting setting) {
        return given.containsKey(setting) && !given.get(setting).value().isEmpty();
    }

    /** The value, if there is one. */
    public Optional<String> optional(Setting setting) {
        return Optional.of(text(setting)).filter(text -> !text.isEmpty());
    }

    public int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    public boolean flag(Setting setting) {
        return Boolean.parseBoolean(text(setting));
    }

    public Duration duration(Setting setting) {
        return Duration.parse(text(setting));
    }

    public URI uri(Setting setting) {
        return URI.create(text(setting));
    }

    /** A path in a configuration file is relative to that file's folder, any other to the working directory. */
    public Optional<Path> path(Setting setting) {
        var folder = origin(setting).folder().orElse(Path.of(""));
        return optional(setting).map(folder::resolve);
    }

    /** Kafka client settings, in Kafka's own names. */
    public Map<String, String> kafkaSettings() {
        var values = new TreeMap<String, String>();
        kafkaSettings.forEach((key, value) -> values.put(key, value.value()));
        return values;
    }

    /** The mistake that a type's own guard found, told with the place of the setting that it names. */
    public UsageException refused(IllegalArgumentException problem) {
        var sentence = String.valueOf(problem.getMessage());
        for (Setting setting : Setting.values()) {
            if (isSet(setting) && sentence.startsWith(setting.key() + " ")) {
                return new UsageException(origin(setting) + " " + sentence, problem);
            }
        }
        return new UsageException(sentence, problem);
    }

    Origin origin(Setting setting) {
        return given.containsKey(setting) ? given.get(setting).origin() : new Origin.Default();
    }

    Map<String, Given> givenKafkaSettings() {
        return kafkaSettings;
    }
}
