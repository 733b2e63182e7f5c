package dzvin.standalone.command;

import dzvin.detector.core.state.UnfitStateException;
import dzvin.detector.streams.UnusableStateFolderException;
import dzvin.ingest.file.TargetFailedException;
import dzvin.ingest.file.UnusableFileException;
import dzvin.schemas.RegistryUnavailableException;
import dzvin.standalone.failure.CannotRunException;
import dzvin.standalone.failure.UsageException;
import dzvin.standalone.log.Logging;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one sentence and a status. What is nobody's fault but ours says so and leads to the log. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);

    private static final List<Class<? extends Exception>> USERS_MISTAKES =
            List.of(UsageException.class, UnusableFileException.class);
    private static final List<Class<? extends Exception>> WORLDS_REFUSALS = List.of(
            CannotRunException.class,
            TargetFailedException.class,
            RegistryUnavailableException.class,
            UnfitStateException.class,
            UnusableStateFolderException.class);

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult arguments) {
        if (isOneOf(problem, USERS_MISTAKES)) {
            log.atDebug().setCause(problem).log("wrong usage");
            return say(command, problem.getMessage(), ExitStatus.WRONG_USAGE);
        }
        if (isOneOf(problem, WORLDS_REFUSALS)) {
            log.atDebug().setCause(problem).log("cannot run");
            return say(command, problem.getMessage(), ExitStatus.FAILED);
        }
        log.atError().setCause(problem).log("a bug: the command ended with an exception that nobody expected");
        return say(
                command,
                "dzvin " + command.getCommandName() + " failed on a bug of its own (" + problem
                        + "); the details are in " + Logging.place(),
                ExitStatus.FAILED);
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        var command = problem.getCommandLine();
        return say(
                command,
                problem.getMessage() + guess(problem) + " ("
                        + command.getCommandSpec().qualifiedName() + " --help says more)",
                ExitStatus.WRONG_USAGE);
    }

    private static String guess(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
        }
        return "";
    }

    private static int say(CommandLine command, String sentence, int status) {
        command.getErr().println(sentence);
        command.getErr().flush();
        return status;
    }

    private static boolean isOneOf(Exception problem, List<Class<? extends Exception>> kinds) {
        return kinds.stream().anyMatch(kind -> kind.isInstance(problem));
    }
}
