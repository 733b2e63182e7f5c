package dzvin.standalone.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dzvin} itself: says what it can do. */
@Command(
        name = "dzvin",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Rings when scattered reports of unwanted calls turn into a campaign.",
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong usage or bad input file"},
        footer = {"", "dzvin COMMAND --help says more about a command."})
final class DzvinCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitStatus.WRONG_USAGE;
    }
}
