package dzvin.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.avro.Report;
import dzvin.standalone.ingest.ReportsTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dzvin up} as its users run it: killed, started again, started twice, stopped. */
class UpIT {
    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterAKillAndTheInstallationIsOneAtATime() throws Exception {
        var dzvin = new DzvinProcess(folder);
        var up = startUp(dzvin, "first");
        try {
            assertThat(new Gateway(dzvin.port("INGEST")).post("r-one")).isEqualTo(202);
            var key = Files.readString(folder.resolve("data/pseudonym-key"));

            assertThat(dzvin.run("second", "up")).isEqualTo(1);
            assertThat(dzvin.complained("second").lines())
                    .singleElement()
                    .asString()
                    .startsWith("the data folder ")
                    .contains("is in use by another dzvin (process " + up.pid() + ")");

            up.destroyForcibly().waitFor();
            up = startUp(dzvin, "again");

            assertThat(new Gateway(dzvin.port("INGEST")).post("r-two")).isEqualTo(202);
            assertThat(reports(dzvin)).containsExactlyInAnyOrder("r-one", "r-two");
            assertThat(Files.readString(folder.resolve("data/pseudonym-key"))).isEqualTo(key);
            assertThat(dzvin.run("campaigns", "campaigns")).isZero();
            assertThat(dzvin.printed("campaigns")).startsWith("stage ");
        } finally {
            up.destroy();
            up.waitFor();
        }
        assertThat(up.exitValue()).as("stopped when it was asked to").isZero();
    }

    @Test
    void aCommandThatNeedsKafkaSaysInOneSentenceThatThereIsNone() throws Exception {
        var dzvin = new DzvinProcess(folder);

        assertThat(dzvin.run("alerts", "alerts")).isEqualTo(1);
        assertThat(dzvin.complained("alerts").lines())
                .containsExactly("the Kafka at 127.0.0.1:" + dzvin.port("EMBEDDED_KAFKA")
                        + " does not answer: start it (dzvin up brings one along), or set kafka.bootstrapServers");
    }

    private static Process startUp(DzvinProcess dzvin, String name) throws IOException {
        var process = dzvin.start(name, "up");
        dzvin.awaitWord(process, name, "Dzvin is up.");
        return process;
    }

    private static List<String> reports(DzvinProcess dzvin) {
        return new ReportsTopic(dzvin.connection())
                .reports().stream().map(Report::getId).toList();
    }
}
