package dzvin.standalone.command;

import dzvin.detector.core.policy.Policies;
import dzvin.detector.core.policy.Policy;
import dzvin.standalone.config.Installation;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a user names a policy by: a file, or the name of one that ships. */
final class PolicyOption {
    private PolicyOption() {}

    /** A file of that name comes first. Throws {@code UsageException} with every problem in it. */
    static Policy named(String name) {
        return Policies.names().contains(name) && !Files.exists(Path.of(name))
                ? Policies.shipped(name)
                : Installation.policy(Path.of(name));
    }
}
