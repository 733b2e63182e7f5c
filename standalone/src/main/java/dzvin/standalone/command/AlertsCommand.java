package dzvin.standalone.command;

import dzvin.schemas.AvroSerdes;
import dzvin.schemas.Superseded;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.json.AlertJson;
import dzvin.standalone.results.AlertLine;
import dzvin.standalone.results.TopicReader;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dzvin alerts}: every alert there is, oldest first, one a line. */
@Command(
        name = "alerts",
        mixinStandardHelpOptions = true,
        description = "Prints every alert, one a line, oldest first.")
final class AlertsCommand implements Runnable {
    @Mixin
    private final ConfigOption config;

    @Mixin
    private LanguageOption language;

    @Option(names = "--follow", description = "Go on with alerts as they ring, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--json", description = "Each alert as one JSON object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    AlertsCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public void run() {
        var installation = config.installation();
        var connection = KafkaReach.require(installation.connection());
        var readable = new AlertLine(installation.profile().zone(), language.in(installation.profile()));
        Function<ConsumerRecord<String, Alert>, String> line = json
                ? message -> AlertJson.write(message.value(), Superseded.read(message.headers()))
                : message -> readable.of(message.value());
        try (var serdes = new AvroSerdes(connection);
                var alerts = new TopicReader<>(
                        connection,
                        installation.topics().alerts(),
                        serdes.serde(Alert.class).deserializer())) {
            if (follow) {
                alerts.follow(message -> print(message, line), () -> true);
            } else {
                alerts.readToEnd(message -> print(message, line));
            }
        }
    }

    private void print(ConsumerRecord<String, Alert> message, Function<ConsumerRecord<String, Alert>, String> line) {
        if (message.value() != null) {
            var out = spec.commandLine().getOut();
            out.println(line.apply(message));
            out.flush();
        }
    }
}
