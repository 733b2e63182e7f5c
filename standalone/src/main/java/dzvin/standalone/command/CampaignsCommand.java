package dzvin.standalone.command;

import dzvin.schemas.AvroSerdes;
import dzvin.schemas.avro.Campaign;
import dzvin.schemas.json.CampaignJson;
import dzvin.standalone.results.CampaignTable;
import dzvin.standalone.results.TopicReader;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dzvin campaigns}: each campaign as it stands. */
@Command(name = "campaigns", mixinStandardHelpOptions = true, description = "Prints each campaign as it stands.")
final class CampaignsCommand implements Runnable {
    @Mixin
    private final ConfigOption config;

    @Option(names = "--json", description = "Each campaign as one JSON object a line.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    CampaignsCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public void run() {
        var installation = config.installation();
        var connection = KafkaReach.require(installation.connection());
        var latest = new TreeMap<String, Campaign>();
        try (var serdes = new AvroSerdes(connection);
                var campaigns = new TopicReader<>(
                        connection,
                        installation.topics().campaigns(),
                        serdes.serde(Campaign.class).deserializer())) {
            campaigns.readToEnd(message -> {
                latest.remove(message.key());
                if (message.value() != null) {
                    latest.put(message.key(), message.value());
                }
            });
        }
        var out = spec.commandLine().getOut();
        if (json) {
            latest.values().forEach(campaign -> out.println(CampaignJson.write(campaign)));
        } else {
            new CampaignTable(installation.profile().zone())
                    .lines(latest.values())
                    .forEach(out::println);
        }
        out.flush();
    }
}
