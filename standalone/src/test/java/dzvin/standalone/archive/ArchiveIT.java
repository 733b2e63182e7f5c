package dzvin.standalone.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.KafkaConnection;
import dzvin.standalone.command.Commands;
import dzvin.standalone.detector.PlantedWave;
import dzvin.standalone.kafka.EmbeddedKafka;
import dzvin.standalone.registry.EmbeddedRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topic of reports goes into files and comes back without losing anything that a detector could tell from. */
class ArchiveIT {
    @TempDir
    private static Path folder;

    private static EmbeddedKafka kafka;
    private static EmbeddedRegistry registry;
    private static KafkaConnection connection;
    private static Commands live;
    private static Path whole;
    private static List<String> alerts;

    @BeforeAll
    static void archiveATopic() throws Exception {
        kafka = new EmbeddedKafka(folder.resolve("kafka"), 0).start();
        var unknown = new KafkaConnection(
                kafka.bootstrapServers(), URI.create("http://unused"), EmbeddedKafka.clientSettings());
        registry = new EmbeddedRegistry(unknown, 0).start();
        connection = new KafkaConnection(kafka.bootstrapServers(), registry.url(), EmbeddedKafka.clientSettings());
        live = new Commands(connection, "dzvin", folder);
        try (var log = new ReportsLog(connection, "dzvin")) {
            log.fill();
        }
        alerts = replayed(live, "topic.ndjson", "--topic");
        whole = folder.resolve("whole");
        archive(whole);
    }

    @AfterAll
    static void stop() {
        registry.close();
        kafka.close();
    }

    @Test
    void aReplayOfTheArchiveRingsWhatAReplayOfTheTopicRings() throws IOException {
        assertThat(alerts).anyMatch(line -> line.contains("\"RAISED\""));
        assertThat(replayed(live, "archive.ndjson", whole)).isEqualTo(alerts);
        assertThat(live.complained()).contains("cannot be decoded: 1 records");
    }

    @Test
    void theTopologyRingsTheSameFromTheArchive() throws IOException {
        assertThat(replayed(live, "streams.ndjson", whole, "--engine", "streams"))
                .isEqualTo(alerts);
    }

    @Test
    void everyDayIsOneFileThatTheListOfChecksumsNames() throws IOException {
        var names = files(whole).keySet();

        assertThat(names).contains("reports-2025-03-03.avro", "reports-2025-03-16.avro", "SHA256SUMS");
        var list = Files.readAllLines(whole.resolve("SHA256SUMS"));
        assertThat(list).hasSize(names.size() - 1).allSatisfy(line -> {
            var parts = line.split("  ", 2);
            assertThat(Checksums.of(whole.resolve(parts[1]))).isEqualTo(parts[0]);
        });
    }

    @Test
    void anArchiveThatGrewDayByDayTellsWhatOneOfOnePieceTells() throws IOException {
        var grown = folder.resolve("grown");

        archive(grown, "--until", "2025-03-06");
        assertThat(files(grown)).containsKey("reports-2025-03-05.avro").doesNotContainKey("reports-2025-03-06.avro");
        archive(grown, "--until", "2025-03-12");
        archive(grown);

        assertThat(replayed(live, "grown.ndjson", grown)).isEqualTo(alerts);
        assertThat(told(grown)).isEqualTo(told(whole));
    }

    @Test
    void aDayThatGoesOnIsReplacedByItsNextEdition() throws Exception {
        var growing = new Commands(connection, "growing", folder);
        var archive = folder.resolve("growing");
        var wave = PlantedWave.reports();
        try (var log = new ReportsLog(connection, "growing")) {
            log.fill(wave.subList(0, 100));
            assertThat(growing.run("archive", archive)).isZero();
            var first = ArchiveFolder.open(archive).files();
            log.fill(wave.subList(100, wave.size()));
            assertThat(growing.run("archive", archive)).isZero();

            var last = first.get(first.size() - 1);
            assertThat(ArchiveFolder.open(archive).files())
                    .containsAll(first.subList(0, first.size() - 1))
                    .contains(last.next())
                    .doesNotContain(last);
            assertThat(archive.resolve(last.name())).doesNotExist();
        }

        var once = folder.resolve("growing-once");
        growing.run("archive", once);
        assertThat(told(archive)).isEqualTo(told(once));
    }

    @Test
    void archivingAgainChangesNothing() throws IOException {
        var before = files(whole);

        archive(whole);

        assertThat(live.printed()).contains("\"records\":0,");
        assertThat(files(whole)).isEqualTo(before);
    }

    @Test
    void aRestoredTopicHoldsTheSameRecordsInTheSamePlaces() throws Exception {
        var restored = new Commands(connection, "restored", folder);

        assertThat(restored.run("archive", whole, "--restore", "--json"))
                .as(restored.complained())
                .isZero();

        try (var original = new ReportsLog(connection, "dzvin");
                var copy = new ReportsLog(connection, "restored")) {
            assertThat(copy.contents()).isNotEmpty().isEqualTo(original.contents());
        }
        assertThat(replayed(restored, "restored.ndjson", "--topic")).isEqualTo(alerts);
    }

    @Test
    void restoringAgainAddsNothingAndATopicOfOthersIsLeftAlone() throws Exception {
        var restored = new Commands(connection, "twice", folder);
        restored.run("archive", whole, "--restore");

        assertThat(restored.run("archive", whole, "--restore", "--json")).isZero();
        assertThat(restored.printed()).contains("\"records\":0,");
        var first = folder.resolve("first-days");
        archive(first, "--until", "2025-03-05");
        assertThat(restored.run("archive", first, "--restore")).isEqualTo(2);
        assertThat(restored.complained()).contains("holds other records").hasLineCount(1);
    }

    @Test
    void nothingIsRestoredOfAnArchiveThatLacksADayInItsListToo() throws Exception {
        var gap = Files.createDirectory(folder.resolve("gap"));
        var lines = Files.readAllLines(whole.resolve("SHA256SUMS")).stream()
                .filter(line -> !line.endsWith("reports-2025-03-06.avro"))
                .toList();
        for (String line : lines) {
            var file = line.substring(line.indexOf("reports-"));
            Files.copy(whole.resolve(file), gap.resolve(file));
        }
        Files.write(gap.resolve("SHA256SUMS"), lines);
        var gapped = new Commands(connection, "gapped", folder);

        assertThat(gapped.run("archive", gap, "--restore")).isEqualTo(2);
        assertThat(gapped.complained()).contains("records are missing").hasLineCount(1);

        gapped.run("archive", whole, "--restore", "--json");
        int records = told(whole).values().stream().mapToInt(List::size).sum();
        assertThat(gapped.printed()).contains("{\"records\":" + records + ",");
    }

    @Test
    void aFolderIsTheArchiveOfOneTopicOnly() throws Exception {
        var other = new Commands(connection, "other", folder);
        try (var log = new ReportsLog(connection, "other")) {
            log.fill();
        }

        assertThat(other.run("archive", whole)).isEqualTo(2);
        assertThat(other.complained())
                .contains("is the archive of dzvin.reports")
                .hasLineCount(1);
    }

    private static void archive(Path into, String... options) {
        var arguments = new ArrayList<Object>(List.of(into, "--json"));
        arguments.addAll(List.of(options));

        assertThat(live.run("archive", arguments.toArray()))
                .as(live.complained())
                .isZero();
    }

    private static List<String> replayed(Commands installation, String file, Object... history) throws IOException {
        var arguments = new ArrayList<>(List.of(history));
        arguments.addAll(List.of("--out", folder.resolve(file), "--json"));

        assertThat(installation.run("replay", arguments.toArray()))
                .as(installation.complained())
                .isZero();
        return Files.readAllLines(folder.resolve(file));
    }

    /** What an archive holds, file by file, each partition in its order: the order between partitions may differ. */
    private static Map<String, List<String>> told(Path archive) {
        var told = new TreeMap<String, List<String>>();
        new ArchiveRecords(ArchiveFolder.open(archive), (read, total, reports) -> {})
                .forEach(record -> told.computeIfAbsent(
                                "partition " + record.getPartition(), partition -> new ArrayList<>())
                        .add(record.toString()));
        return told;
    }

    private static Map<String, String> files(Path archive) throws IOException {
        var files = new TreeMap<String, String>();
        try (var listed = Files.list(archive)) {
            for (Path file : listed.filter(
                            path -> !path.getFileName().toString().startsWith("."))
                    .toList()) {
                files.put(file.getFileName().toString(), Checksums.of(file));
            }
        }
        return files;
    }
}
