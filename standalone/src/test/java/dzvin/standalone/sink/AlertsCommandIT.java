package dzvin.standalone.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dzvin.standalone.command.Commands;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dzvin alerts} on a real topic. */
class AlertsCommandIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void whatTookThePlaceOfAnEarlyAlertNamesIt() throws Exception {
        try (var desk = new Desk(folder.resolve("kafka"))) {
            desk.ringEarly(1);
            desk.ringInPlaceOf(1, 2);
            var commands = new Commands(desk.connection(), "dzvin", folder);

            assertThat(lines(commands))
                    .satisfiesExactly(
                            early -> assertThat(early).contains("  early  ", "Alert number 1"),
                            last -> assertThat(last).contains("  UPDATED  ", "Alert number 2"));

            var alerts = lines(commands, "--json").stream()
                    .map(AlertsCommandIT::tree)
                    .toList();
            assertThat(alerts).hasSize(2);
            assertThat(alerts.get(0).get("early").asBoolean()).isTrue();
            assertThat(alerts.get(0).has("supersedes")).isFalse();
            assertThat(alerts.get(1).get("supersedes"))
                    .containsExactly(alerts.get(0).get("id"));
        }
    }

    private static List<String> lines(Commands commands, String... options) {
        var arguments = Stream.concat(Stream.of("--language", "en"), Stream.of(options));
        assertThat(commands.run("alerts", arguments.toArray()))
                .as(commands.complained())
                .isZero();
        return commands.printed().lines().toList();
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }
}
