package dzvin.standalone.command;

import dzvin.standalone.config.EffectiveSettings;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dzvin config}: what is in force, and where it comes from. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Prints the settings that are in force and where each comes from. Secrets are never shown.")
final class ConfigCommand implements Runnable {
    @Mixin
    private final ConfigOption config;

    @Spec
    private CommandSpec spec;

    ConfigCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        EffectiveSettings.lines(config.settings()).forEach(out::println);
        out.flush();
    }
}
