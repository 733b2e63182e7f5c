package dzvin.standalone.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The three services from the image that ships, against a Kafka in a container. What stops them comes last. */
@NeedsContainers
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServicesInContainersIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String COUNTED = "dzvin_detector_reports_total\\{outcome=\"counted\"";

    /** Made when the first alert of that kind is counted; a minute after a record was fetched ({@code DetectorOnKafkaIT} looks). */
    private static final Set<String> MADE_WHEN_NEEDED =
            Set.of("dzvin_sink_undelivered_total", "kafka_consumer_fetch_manager_records_lag");

    private static final String CONTACT = "+380 99 111-22-33";
    private static final String REPORT =
            "{\"number\":\"+380441234567\",\"region\":\"UA-32\",\"features\":[\"appeal-to-us\"]," + "\"reporter\":\""
                    + CONTACT + "\",\"text\":\"words that nobody else says\"}";

    @TempDir
    private static Path folder;

    private static List<String> history;
    private static Landscape landscape;

    @BeforeAll
    static void start() throws IOException {
        history = Wave.until(Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1)));
        landscape = new Landscape(folder);
        landscape.start(history);
    }

    @AfterAll
    static void close() {
        if (landscape != null) {
            landscape.close();
        }
    }

    @Test
    void aReportPostedWithAKeyIsCountedByTheDetectorBesideTheHistory() {
        var answer = landscape.ingest().post("/v1/reports", REPORT, "X-API-Key", secretOf(Landscape.REPORTING_KEY));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(answer.body()).contains("accepted");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(landscape.detector().metric(COUNTED)).isEqualTo(history.size() + 1));
    }

    @Test
    void theWaveArrivesAsACampaignAtTheSinksInterface() {
        var key = "Bearer " + secretOf(Landscape.LOOKING_KEY);

        await().atMost(PATIENCE).untilAsserted(() -> {
            var campaigns = landscape.sink().get("/api/v1/campaigns", "Authorization", key);
            assertThat(campaigns.statusCode()).isEqualTo(200);
            assertThat(campaigns.body()).contains("feature=appeal-to-us").contains("\"SPREADING\"");
        });
        assertThat(landscape.sink().get("/api/v1/alerts", "Authorization", key).body())
                .contains("\"RAISED\"");
    }

    @Test
    void nobodyReportsOrLooksWithoutAKey() {
        assertThat(landscape.ingest().post("/v1/reports", REPORT).statusCode()).isEqualTo(401);
        assertThat(landscape
                        .ingest()
                        .post("/v1/reports", REPORT, "X-API-Key", "a-key-that-nobody-was-given")
                        .statusCode())
                .isEqualTo(401);
        assertThat(landscape.sink().get("/api/v1/campaigns").statusCode()).isEqualTo(401);
    }

    @Test
    void everyServiceIsLiveReadyAndHealthyByTheImagesOwnCheck() {
        for (Service service : landscape.ours()) {
            assertThat(service.get("/health/live").statusCode())
                    .as(service.name())
                    .isEqualTo(200);
            assertThat(service.get("/health/ready").statusCode())
                    .as(service.name())
                    .isEqualTo(200);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    service.inspect().getState().getHealth().getStatus())
                            .as(service.name())
                            .isEqualTo("healthy"));
        }
    }

    @Test
    void noServiceRunsAsRootOrCanWriteOutsideItsOwnFolders() throws Exception {
        for (Service service : landscape.ours()) {
            assertThat(service.shell("id -u")).as(service.name()).isEqualTo("10001");
            assertThat(service.shell("grep -E '^Cap(Eff|Bnd)' /proc/1/status | cut -f 2 | sort -u"))
                    .as(service.name())
                    .isEqualTo("0000000000000000");
            assertThat(service.shell("touch /opt/dzvin/x /usr/x 2>/dev/null || echo refused"))
                    .as(service.name())
                    .isEqualTo("refused");
        }
    }

    /** An alert on a metric that does not exist never rings. */
    @Test
    void everyMetricThatPrometheusIsToWatchIsThere() throws IOException {
        var rules = Files.readString(Path.of("../docker/prometheus/alerts.yml"));
        var watched = new TreeSet<String>();
        var name =
                Pattern.compile("\\b(?:dzvin|jvm|kafka|process|system)_[a-z_]+").matcher(rules);
        while (name.find()) {
            watched.add(name.group());
        }
        watched.removeAll(MADE_WHEN_NEEDED);
        var scraped = new StringBuilder();
        landscape
                .services()
                .forEach(service -> scraped.append(service.get("/metrics").body()));

        assertThat(watched)
                .isNotEmpty()
                .allMatch(metric -> Pattern.compile("(?m)^" + metric + "[{ ]")
                        .matcher(scraped)
                        .find());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void stoppedByASignalEachServiceEndsInOrderAndHasLoggedNoSecretAndNoContact() {
        for (Service service : landscape.services()) {
            assertThat(service.stop()).as(service.name()).isZero();

            assertThat(service.container().getLogs())
                    .as(service.name())
                    .contains("everything is closed")
                    .doesNotContain(
                            secretOf(Landscape.REPORTING_KEY),
                            secretOf(Landscape.LOOKING_KEY),
                            Landscape.PSEUDONYM_KEY,
                            CONTACT,
                            "380991112233",
                            "words that nobody else says")
                    .doesNotContain("\"level\":\"ERROR\"");
        }
    }

    private static String secretOf(String line) {
        return line.substring(line.indexOf(':') + 1);
    }
}
