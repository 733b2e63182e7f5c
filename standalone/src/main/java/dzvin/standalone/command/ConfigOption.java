package dzvin.standalone.command;

import dzvin.standalone.config.Installation;
import dzvin.standalone.config.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --config}, for every command that works in an installation. */
final class ConfigOption {
    private final Map<String, String> environment;

    @Option(
            names = "--config",
            paramLabel = "dzvin.yaml",
            description = "The configuration file; by default dzvin.yaml here, if there is one.")
    private Optional<Path> file;

    ConfigOption(Map<String, String> environment) {
        this.environment = environment;
    }

    Settings settings() {
        return Settings.read(file, environment);
    }

    Installation installation() {
        return new Installation(settings());
    }
}
