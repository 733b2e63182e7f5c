package dzvin.standalone.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.policy.Policies;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.Topics;
import dzvin.sink.SinkApp;
import dzvin.sink.SinkConfig;
import dzvin.standalone.browser.Browser;
import dzvin.standalone.kafka.EmbeddedKafka;
import dzvin.standalone.registry.EmbeddedRegistry;
import dzvin.standalone.replay.ConsoleReplayer;
import dzvin.telemetry.Telemetry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An analyst asks the console what would have rung: a real browser, a real Kafka, and live stays as it is. */
class ConsoleReplayIT {
    private static final int PARTITIONS = 2;

    @TempDir
    private Path folder;

    @Test
    void whatWouldHaveRungIsSeenOnThePagesOfLiveAndMarkedAsReplay() throws Exception {
        try (var kafka = new EmbeddedKafka(folder.resolve("kafka"), 0).start();
                var registry = registry(kafka)) {
            var connection = connection(kafka, registry.url());
            var desk = new Desk(connection, Topics.LIVE.prefix(), PARTITIONS, folder.resolve("state"));
            var wave = PlantedWave.reports();
            desk.tell(wave);
            desk.tick(wave.get(wave.size() - 1).getReceivedAt().plus(Duration.ofHours(1)));
            try (var telemetry = new Telemetry();
                    var sink = sink(connection, telemetry);
                    var browser = Browser.open()) {
                sink.start();
                replayAndCompare(browser, URI.create("http://127.0.0.1:" + sink.port() + "/"));
            }
        }
    }

    private static void replayAndCompare(Browser browser, URI page) {
        browser.go(page);
        browser.click("[data-language=en]");
        browser.until("calm live", shown -> shown.text("#detail").contains("All calm now"));

        browser.click("#replay-open");
        browser.click("#replay-other option[value=us]");
        browser.click("#replay-begin");

        browser.until("the end", shown -> shown.text("#replay-band").contains("Finished"));
        browser.until("the campaign", shown -> shown.shows(".card"));
        assertThat(browser.text("#replay-band")).contains("REPLAY").contains("not live");
        assertThat(browser.text("#connection")).isEqualTo("REPLAY");
        assertThat(browser.count(".compare tbody tr")).isEqualTo(2);
        assertThat(browser.text(".compare tbody tr.chosen"))
                .startsWith("ua 1 1 ")
                .contains("2025");

        browser.click(".compare tbody tr:nth-child(2) a");
        browser.until(
                "the other policy", shown -> shown.text(".compare tr.chosen").startsWith("us"));
        browser.click("#replay-leave");
        browser.until("calm live again", shown -> shown.text("#detail").contains("All calm now"));
        assertThat(browser.shows("#replay-band")).isFalse();
        assertThat(browser.complaints()).isEmpty();
    }

    private static SinkApp sink(KafkaConnection connection, Telemetry telemetry) {
        var replayer = new ConsoleReplayer(connection, Topics.LIVE.reports(), Policies.shipped("ua"));
        return new SinkApp(SinkConfig.local(0), connection, Topics.LIVE, telemetry, Optional.of(replayer));
    }

    private static EmbeddedRegistry registry(EmbeddedKafka kafka) {
        return new EmbeddedRegistry(connection(kafka, URI.create("http://unused")), 0).start();
    }

    private static KafkaConnection connection(EmbeddedKafka kafka, URI registry) {
        return new KafkaConnection(kafka.bootstrapServers(), registry, EmbeddedKafka.clientSettings());
    }
}
