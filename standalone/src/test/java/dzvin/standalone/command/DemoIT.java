package dzvin.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dzvin demo --exit} as a newcomer runs it, twice. */
class DemoIT {
    private static final Pattern ALERT = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d) \\d\\d:\\d\\d  (EMERGING|SPREADING|MASS|SUBSIDING|ENDED) +[A-Z]+ +\\S.*");
    private static final String PLANTED_ON = "2025-06-27";

    @TempDir
    private Path folder;

    private static List<String> alerts(String printed) {
        return printed.lines().filter(ALERT.asMatchPredicate()).toList();
    }

    @Test
    void thePlantedCampaignBecomesMassNothingRingsBeforeItAndEveryRunRingsAlike() throws Exception {
        var dzvin = new DzvinProcess(folder);

        assertThat(dzvin.run("first", "demo", "--exit", "--json", "--language", "en"))
                .as(() -> "exit status")
                .isZero();
        assertThat(dzvin.run("second", "demo", "--exit", "--language", "en")).isZero();

        var rang = alerts(dzvin.printed("first"));
        assertThat(rang).anyMatch(line -> line.contains("MASS"));
        assertThat(rang).allMatch(line -> line.compareTo(PLANTED_ON) >= 0);
        assertThat(alerts(dzvin.printed("second"))).isEqualTo(rang);
        assertThat(dzvin.printed("first")
                        .lines()
                        .reduce((earlier, later) -> later)
                        .orElseThrow())
                .startsWith("{\"reports\":14556,\"rejected\":0,\"alerts\":" + rang.size() + ",");
        assertThat(dzvin.complained("first")).isEmpty();
        assertThat(folder.resolve("data/demo").toFile().list())
                .as("what the demo leaves behind")
                .containsExactly("dzvin.lock");
    }
}
