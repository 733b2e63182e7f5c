package dzvin.standalone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dzvin.ingest.file.ImportResult;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.RegionOrigin;
import dzvin.schemas.avro.Report;
import dzvin.standalone.process.JavaCommand;
import dzvin.standalone.running.Backbone;
import dzvin.standalone.running.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The true FTC day through ingest's own pipeline into a real Kafka, killed in the middle and run again. */
class ImportOnceIT {
    private static final int ROWS = 14_034;
    private static final Pattern COMMA_OUTSIDE_QUOTES = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    @TempDir
    private Path folder;

    private final Running running = new Running();
    private KafkaConnection connection;

    @BeforeEach
    void startKafka() {
        connection = Backbone.start(running, folder, 0, 0);
        TopicSetup.ensure(connection, Topics.LIVE, new TopicSetup.Layout(4, 1));
    }

    @AfterEach
    void stopKafka() {
        running.close();
    }

    @Test
    void anImportThatIsKilledAndRunAgainKeepsEveryReportExactlyOnce() throws Exception {
        var killed = startImportOfItsOwn();
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> !reports().isEmpty() || !killed.isAlive());
            assertThat(killed.isAlive())
                    .as(() -> "the import runs until it is killed")
                    .isTrue();
        } finally {
            killed.destroyForcibly().waitFor();
        }

        var finished = run();
        var again = run();

        // What the killed process had sent may reach Kafka after its death: how much was left is what the next run saw.
        assertThat(finished.duplicates()).isBetween(1L, (long) FtcDayImport.REPORTS_BEFORE_THE_STOP);
        assertThat(finished)
                .isEqualTo(new ImportResult(ROWS, ROWS - finished.duplicates(), finished.duplicates(), Map.of()));
        assertThat(again).isEqualTo(new ImportResult(ROWS, 0, ROWS, Map.of()));
        assertThat(reports().stream().map(Report::getId)).hasSize(ROWS).doesNotHaveDuplicates();
    }

    @Test
    void reportsPerStateInKafkaAreThoseOfTheFile() throws Exception {
        run();

        var inKafka = reports().stream()
                .filter(report -> report.getRegionOrigin() == RegionOrigin.GIVEN)
                .collect(Collectors.groupingBy(Report::getRegion, TreeMap::new, Collectors.counting()));

        assertThat(inKafka).isEqualTo(inTheFile());
    }

    private Process startImportOfItsOwn() throws IOException {
        return new ProcessBuilder(JavaCommand.of(
                        384,
                        FtcDayImport.class,
                        List.of(
                                connection.bootstrapServers(),
                                connection.schemaRegistry().toString(),
                                folder.resolve("killed.csv").toString())))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("killed.log").toFile())
                .start();
    }

    private ImportResult run() throws IOException {
        return FtcDayImport.run(connection, folder.resolve("rejected.csv"), FtcDayImport.pipeline());
    }

    private List<Report> reports() {
        return new ReportsTopic(connection).reports();
    }

    /** Rows without a state get their region from the area code, which is another rule's matter. */
    private static Map<String, Long> inTheFile() throws IOException {
        var codes = UsStates.codes();
        try (var lines = Files.lines(FtcDayImport.FILE)) {
            return lines.skip(1)
                    .map(line -> COMMA_OUTSIDE_QUOTES.split(line, -1)[4])
                    .filter(state -> !state.isEmpty())
                    .collect(Collectors.groupingBy(codes::get, TreeMap::new, Collectors.counting()));
        }
    }
}
