package dzvin.standalone.command;

import dzvin.detector.core.policy.PolicySettings;
import dzvin.standalone.config.Installation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dzvin policy check}: whether a policy file can be used, and what it means with its defaults. */
@Command(name = "policy", mixinStandardHelpOptions = true, description = "Works on policy files.")
final class PolicyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitStatus.WRONG_USAGE;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Checks a policy file and prints what it says with its defaults.",
                "All mistakes are told at once, each as file:line key rule, got value."
            })
    void check(@Parameters(paramLabel = "P.yaml", description = "The policy file.") Path file) {
        var policy = Installation.policy(file);
        var out = spec.commandLine().getOut();
        PolicySettings.of(policy).forEach((key, value) -> out.println(key + ": " + value));
        out.println("# valid: " + policy.reference());
        out.flush();
    }
}
