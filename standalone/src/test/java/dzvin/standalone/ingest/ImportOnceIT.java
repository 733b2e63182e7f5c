package dzvin.standalone.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dzvin.ingest.file.ImportResult;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Report;
import dzvin.standalone.kafka.EmbeddedKafka;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The true FTC day into a real Kafka, killed in the middle and run again. */
class ImportOnceIT {
    private static final int ROWS = 14_034;
    private static final Pattern COMMA_OUTSIDE_QUOTES = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
    private static final String TOPIC = Topics.LIVE.reports();

    @TempDir
    private Path folder;

    private EmbeddedKafka kafka;

    @BeforeEach
    void startKafka() throws Exception {
        kafka = new EmbeddedKafka(folder.resolve("kafka"), 0).start();
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 4, (short) 1))).all().get();
        }
    }

    @AfterEach
    void stopKafka() {
        kafka.close();
    }

    @Test
    void anImportThatIsKilledAndRunAgainKeepsEveryReportExactlyOnce() throws Exception {
        var killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FtcDayImport.class.getName(),
                        kafka.bootstrapServers(),
                        folder.resolve("killed.csv").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("killed.log").toFile())
                .start();
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> size() > 0 || !killed.isAlive());
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
                .map(report -> Objects.requireNonNullElse(report.getRegion(), ""))
                .collect(Collectors.groupingBy(state -> state, TreeMap::new, Collectors.counting()));

        assertThat(inKafka).isEqualTo(inTheFile());
    }

    private ImportResult run() throws IOException {
        return FtcDayImport.run(kafka.bootstrapServers(), folder.resolve("rejected.csv"), FtcDayImport::accept);
    }

    private static Map<String, Long> inTheFile() throws IOException {
        try (var lines = Files.lines(FtcDayImport.FILE)) {
            return lines.skip(1)
                    .map(line -> COMMA_OUTSIDE_QUOTES.split(line, -1)[4])
                    .collect(Collectors.groupingBy(state -> state, TreeMap::new, Collectors.counting()));
        }
    }

    private long size() {
        try (var consumer = consumer()) {
            return consumer.endOffsets(partitions(consumer)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private List<Report> reports() {
        var reports = new ArrayList<Report>();
        try (var consumer = consumer()) {
            var ends = consumer.endOffsets(partitions(consumer));
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> reports.add(message.value()));
            }
        }
        return reports;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, Report> consumer) {
        return consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
    }

    private KafkaConsumer<String, Report> consumer() {
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                FtcDayImport.serde().deserializer());
    }
}
