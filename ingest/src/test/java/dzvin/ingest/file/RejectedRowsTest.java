package dzvin.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dzvin.ingest.Rejection;
import dzvin.schemas.avro.RejectionReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedRowsTest {
    @TempDir
    private Path folder;

    @Test
    void aListWithoutARowIsRemoved() {
        var file = folder.resolve("rejected.csv");

        RejectedRows.to(file).close();

        assertThat(file).doesNotExist();
    }

    @Test
    void aRejectedRowIsListedWithItsReason() {
        var file = folder.resolve("rejected.csv");

        try (var rows = RejectedRows.to(file)) {
            rows.add(7, new Rejection(RejectionReason.BAD_TIME, "receivedAt", "the row does not say when"));
        }

        assertThat(file).content().contains("7,BAD_TIME,receivedAt,the row does not say when");
    }

    @Test
    void aFullDiskIsToldInOneSentence() {
        var full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no /dev/full");

        assertThatThrownBy(() -> {
                    try (var rows = RejectedRows.to(full)) {
                        rows.add(7, new Rejection(RejectionReason.BAD_TIME, "receivedAt", "the row does not say when"));
                    }
                })
                .isInstanceOf(TargetFailedException.class)
                .hasMessage("cannot write the file of rejected rows /dev/full (No space left on device); "
                        + "what was imported so far is kept, run the import again to finish it");
    }

    @Test
    void aPipeThatWasNamedForTheListIsLeftInItsPlace() throws Exception {
        var pipe = folder.resolve("pipe");
        assumeTrue(made(pipe), "this system has no mkfifo");
        var reader = new ProcessBuilder("cat", pipe.toString())
                .redirectOutput(folder.resolve("read").toFile())
                .start();

        RejectedRows.to(pipe).close();

        assertThat(reader.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.exists(pipe)).isTrue();
    }

    private static boolean made(Path pipe) throws Exception {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
