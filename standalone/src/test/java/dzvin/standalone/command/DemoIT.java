package dzvin.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.avro.Report;
import dzvin.standalone.ingest.ReportsTopic;
import dzvin.standalone.running.Backbone;
import dzvin.standalone.running.Running;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dzvin demo} as a newcomer runs it, and runs it again after having killed it. */
class DemoIT {
    private static final Pattern ALERT = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d) \\d\\d:\\d\\d  (EMERGING|SPREADING|MASS|SUBSIDING|ENDED) +[A-Z]+ +\\S.*");
    private static final Pattern DIFFERS_EACH_TIME =
            Pattern.compile(".* reports replayed in .*|The console is open at .*|\\{\"reports\":.*");
    private static final String PLANTED_ON = "2025-06-27";
    private static final int REPORTS = 14_556;
    private static final int SOME_OF_THEM = 2_000;

    @TempDir
    private static Path ofTheUndisturbed;

    private static DzvinProcess undisturbed;

    @TempDir
    private Path folder;

    @BeforeAll
    static void runADemo() throws Exception {
        undisturbed = new DzvinProcess(ofTheUndisturbed);
        assertThat(undisturbed.run("demo", "demo", "--exit", "--json", "--language", "en"))
                .as(() -> "exit status")
                .isZero();
    }

    private static List<String> alerts(String printed) {
        return printed.lines().filter(ALERT.asMatchPredicate()).toList();
    }

    /** What a demo says about the reports: alerts and the closing table. */
    private static List<String> told(String printed) {
        return printed.lines()
                .filter(DIFFERS_EACH_TIME.asMatchPredicate().negate())
                .toList();
    }

    @Test
    void thePlantedCampaignBecomesMassAndNothingRingsBeforeIt() throws Exception {
        var rang = alerts(undisturbed.printed("demo"));

        assertThat(rang).anyMatch(line -> line.contains("MASS"));
        assertThat(rang).allMatch(line -> line.compareTo(PLANTED_ON) >= 0);
        assertThat(undisturbed
                        .printed("demo")
                        .lines()
                        .reduce((earlier, later) -> later)
                        .orElseThrow())
                .startsWith("{\"reports\":" + REPORTS + ",\"rejected\":0,\"alerts\":" + rang.size() + ",");
        assertThat(undisturbed.complained("demo")).isEmpty();
        assertThat(ofTheUndisturbed.resolve("data/demo").toFile().list())
                .as("what the demo leaves behind")
                .containsExactly("dzvin.lock");
    }

    @Test
    void whatAKilledDemoHadAcknowledgedIsThereOnceAndTheNextDemoTellsTheWholeStoryOnce() throws Exception {
        var dzvin = new DzvinProcess(folder);
        long acknowledged = killWhileReportsAreDelivered(dzvin);

        assertThat(reportsThatTheKilledLeft())
                .hasSizeGreaterThanOrEqualTo((int) acknowledged)
                .hasSizeLessThan(REPORTS)
                .doesNotHaveDuplicates();

        killWhileAlarmsRing(dzvin);

        var again = dzvin.start("again", "demo", "--no-browser", "--language", "en");
        try {
            dzvin.awaitWord(again, "again", "The console is open at ");
            assertThat(told(dzvin.printed("again"))).isEqualTo(told(undisturbed.printed("demo")));
            assertThat(ids(new ReportsTopic(dzvin.connection())))
                    .hasSize(REPORTS)
                    .doesNotHaveDuplicates();
        } finally {
            again.destroy();
            again.waitFor();
        }
        assertThat(again.exitValue()).as("stopped when it was asked to").isZero();
        assertThat(dzvin.complained("again")).isEmpty();
    }

    /** How many reports were seen in the topic, hence acknowledged, before the kill. */
    private static long killWhileReportsAreDelivered(DzvinProcess dzvin) throws Exception {
        var demo = dzvin.start("killed early", "demo", "--exit");
        try (var ends = new TopicEnds(dzvin.connection().bootstrapServers())) {
            long seen = ends.awaitRecords(SOME_OF_THEM, demo::isAlive);
            assertThat(demo.isAlive()).as("it runs until it is killed").isTrue();
            return seen;
        } finally {
            demo.destroyForcibly().waitFor();
        }
    }

    private static void killWhileAlarmsRing(DzvinProcess dzvin) throws Exception {
        var demo = dzvin.start("killed late", "demo", "--exit", "--language", "en");
        try {
            dzvin.awaitWord(demo, "killed late", "EMERGING");
        } finally {
            demo.destroyForcibly().waitFor();
        }
        assertThat(dzvin.printed("killed late")).as("killed before its end").doesNotContain("replayed");
    }

    private List<String> reportsThatTheKilledLeft() {
        try (var running = new Running()) {
            return ids(new ReportsTopic(Backbone.start(running, folder.resolve("data/demo"), 0, 0)));
        }
    }

    private static List<String> ids(ReportsTopic topic) {
        return topic.reports().stream().map(Report::getId).toList();
    }
}
