package dzvin.detector.core.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The policies that ship, one for each profile. */
public final class Policies {
    private Policies() {}

    /** Their names. */
    public static List<String> names() {
        return List.of("ua", "us");
    }

    /** The policy of a name. */
    public static Policy shipped(String name) {
        return PolicyReader.read(name + ".yaml", text(name));
    }

    /** Its file, with comments: what to start a policy of one's own from. */
    public static String text(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("a shipped policy must be one of " + names() + ", got " + name);
        }
        try (var file = Policies.class.getResourceAsStream(name + ".yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped policy " + name + " cannot be read", e);
        }
    }
}
