package dzvin.standalone.command;

import dzvin.schemas.KafkaConnection;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The command line in an installation on a Kafka that is there already. */
public final class Commands {
    private final Path config;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** @param prefix of its topics */
    public Commands(KafkaConnection connection, String prefix, Path folder) throws IOException {
        this.config = Files.writeString(folder.resolve(prefix + ".yaml"), settings(connection, prefix, folder));
    }

    /** Its configuration file. */
    public Path config() {
        return config;
    }

    /** The exit status. */
    public int run(String command, Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var whole = new ArrayList<>(List.of(command, "--config", config.toString()));
        List.of(arguments).forEach(argument -> whole.add(argument.toString()));
        return CommandLines.of(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(whole.toArray(String[]::new));
    }

    /** What the last command wrote to standard output. */
    public String printed() {
        return out.toString();
    }

    /** What the last command wrote to standard error. */
    public String complained() {
        return err.toString();
    }

    private static String settings(KafkaConnection connection, String prefix, Path folder) {
        var kafkaSettings = connection.clientSettings().entrySet().stream()
                .map(entry -> "    " + entry.getKey() + ": \"" + entry.getValue() + "\"\n")
                .collect(Collectors.joining());
        return "kafka:\n  bootstrapServers: " + connection.bootstrapServers() + "\n"
                + (kafkaSettings.isEmpty() ? "" : "  settings:\n" + kafkaSettings)
                + "schemaRegistry:\n  url: " + connection.schemaRegistry() + "\n"
                + "topics:\n  prefix: " + prefix + "\n  replication: 1\n"
                + "data:\n  dir: " + folder.resolve("data") + "\n";
    }
}
