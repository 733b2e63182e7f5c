package dzvin.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dzvin demo --exit} as a newcomer runs it. */
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
    void thePlantedCampaignBecomesMassAndNothingRingsBeforeIt() throws Exception {
        var dzvin = new DzvinProcess(folder);

        assertThat(dzvin.run("demo", "demo", "--exit", "--json", "--language", "en"))
                .as(() -> "exit status")
                .isZero();

        var rang = alerts(dzvin.printed("demo"));
        assertThat(rang).anyMatch(line -> line.contains("MASS"));
        assertThat(rang).allMatch(line -> line.compareTo(PLANTED_ON) >= 0);
        assertThat(dzvin.printed("demo")
                        .lines()
                        .reduce((earlier, later) -> later)
                        .orElseThrow())
                .startsWith("{\"reports\":14556,\"rejected\":0,\"alerts\":" + rang.size() + ",");
        assertThat(dzvin.complained("demo")).isEmpty();
        assertThat(folder.resolve("data/demo").toFile().list())
                .as("what the demo leaves behind")
                .containsExactly("dzvin.lock");
    }
}
