package dzvin.standalone.command;

import dzvin.standalone.config.Installation;
import dzvin.standalone.config.Settings;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** All commands, put together. */
public final class CommandLines {
    private CommandLines() {}

    /** The command line of a process with this environment. */
    public static CommandLine of(Map<String, String> environment) {
        var failures = new Failures();
        var dzvin = new CommandLine(new DzvinCommand());
        commands(environment).forEach(dzvin::addSubcommand);
        dzvin.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
        return dzvin.setExecutionStrategy(CommandLines::run)
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures);
    }

    /** Errors, a library that cannot be loaded for instance, are to end in one sentence, too: picocli lets them through. */
    private static int run(ParseResult arguments) {
        try {
            return new RunLast().execute(arguments);
        } catch (Error e) {
            var commands = arguments.asCommandLineList();
            throw new ExecutionException(
                    commands.get(commands.size() - 1), "ended with an error", new IllegalStateException(e));
        }
    }

    /** In the order of the help. */
    private static List<Object> commands(Map<String, String> environment) {
        return List.of(
                new DemoCommand(environment),
                new UpCommand(environment),
                new IngestCommand(environment),
                new DetectorCommand(environment),
                new SinkCommand(environment),
                new RegistryCommand(environment),
                new ImportCommand(file -> KafkaImportDesk.of(new Installation(Settings.read(file, environment)))),
                new ArchiveCommand(environment),
                new ReplayCommand(environment),
                new BacktestCommand(environment),
                new AlertsCommand(environment),
                new CampaignsCommand(environment),
                new TopologyCommand(environment),
                new PolicyCommand(),
                new ConfigCommand(environment));
    }
}
