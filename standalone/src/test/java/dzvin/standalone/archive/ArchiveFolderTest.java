package dzvin.standalone.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFolderTest {
    @TempDir
    private Path folder;

    private Path archive;

    @BeforeEach
    void makeArchive() {
        archive = SampleArchive.in(folder.resolve("archive"));
    }

    @Test
    void whatAKilledRunLeftBehindIsNoPartOfTheArchiveAndIsSweptAwayByTheNext() throws IOException {
        var before = told();
        var grown = new DayFile(SampleArchive.FIRST, 2);
        Files.copy(SampleArchive.file(archive, SampleArchive.FIRST), archive.resolve(grown.name()));
        Files.writeString(archive.resolve("reports-2025-06-04.avro"), "half a file");
        Files.writeString(archive.resolve(".reports-2025-06-05.avro.unfinished"), "half a file");
        Files.writeString(archive.resolve("notes.txt"), "of somebody else");

        assertThat(told()).isEqualTo(before);
        var folderOfArchive = ArchiveFolder.open(archive);
        folderOfArchive.begin();
        folderOfArchive.end();
        Files.delete(archive.resolve(".lock"));

        try (var files = Files.list(archive)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "SHA256SUMS",
                            "notes.txt",
                            "reports-2025-06-01.avro",
                            "reports-2025-06-02.avro",
                            "reports-2025-06-03.avro");
        }
    }

    @Test
    void twoRunsAtOnceAreOneTooMany() {
        var first = ArchiveFolder.open(archive);
        var second = ArchiveFolder.open(archive);
        first.begin();

        assertThatThrownBy(second::begin)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("another dzvin archive is at work");
        first.end();
        second.begin();
        second.end();
    }

    @Test
    void theNameOfAFileIsItsDayAndItsEdition() {
        var first = DayFile.first(SampleArchive.FIRST);

        assertThat(first.name()).isEqualTo("reports-2025-06-01.avro");
        assertThat(first.next().name()).isEqualTo("reports-2025-06-01.2.avro");
        assertThat(DayFile.named("reports-2025-06-01.2.avro")).contains(first.next());
        assertThat(List.of("reports-2025-06-31.avro", "reports-2025-06-01.avro.gz", "x.avro"))
                .allMatch(name -> DayFile.named(name).isEmpty());
    }

    private List<String> told() {
        var told = new ArrayList<String>();
        new ArchiveRecords(ArchiveFolder.open(archive), (read, total, reports) -> {})
                .forEach(record -> told.add(record.toString()));
        return told;
    }
}
