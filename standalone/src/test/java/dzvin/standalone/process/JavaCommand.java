package dzvin.standalone.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a Java process on the test's own JDK and class path, made for a short life. */
public final class JavaCommand {
    private JavaCommand() {}

    /** @param megabytes of heap at the most */
    public static List<String> of(int megabytes, Class<?> main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx" + megabytes + "m"));
        command.addAll(quietOnNewReleases());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return command;
    }

    /** As the launcher does: newer JDKs warn of what libraries do, on the standard error that tests read. */
    private static List<String> quietOnNewReleases() {
        int release = Runtime.version().feature();
        var options = new ArrayList<String>();
        if (release >= 22) {
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        if (release >= 24) {
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        return options;
    }
}
