package dzvin.standalone.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.standalone.failure.CannotRunException;
import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each of these is found out before the broker starts. */
class EmbeddedKafkaRefusalTest {
    @TempDir
    private Path folder;

    @Test
    void aPortThatIsTakenIsToldWithTheSettingThatMovesIt() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new EmbeddedKafka(folder, taken.getLocalPort()).start())
                    .isInstanceOf(CannotRunException.class)
                    .hasMessage("port " + taken.getLocalPort() + ", which Kafka needs, is taken by another process: "
                            + "stop it, or set embedded.kafkaPort to another port");
        }
    }

    @Test
    void aStartThatWasRefusedLetsGoOfItsFolder() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new EmbeddedKafka(folder, taken.getLocalPort()).start())
                    .isInstanceOf(CannotRunException.class);
        }

        FolderLock.hold(folder).close();
    }

    @Test
    void aFileInTheFoldersPlaceIsTold() throws IOException {
        var file = Files.createFile(folder.resolve("data"));

        assertThatThrownBy(() -> new EmbeddedKafka(file, 0).start())
                .isInstanceOf(UsageException.class)
                .hasMessage("cannot create the data folder " + file
                        + " (a file of that name is in the way): choose another with data.dir");
    }

    @Test
    void aFolderThatCannotBeMadeIsTold() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        var inside = file.resolve("data");

        assertThatThrownBy(() -> new EmbeddedKafka(inside, 0).start())
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("cannot create the data folder " + inside)
                .hasMessageEndingWith("choose another with data.dir");
    }

    @Test
    void aFolderThatIsOpenAlreadyIsRefused() {
        try (var lock = FolderLock.hold(folder)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> new EmbeddedKafka(folder, 0).start())
                    .isInstanceOf(CannotRunException.class)
                    .hasMessageContaining("is in use by another dzvin");
        }
    }

    @Test
    void dataOfANewerKafkaAreRefusedWithItsVersion() throws IOException {
        Files.writeString(folder.resolve(VersionStamp.FILE), "kafka 9.1.0 metadata-level 900\n");

        assertThatThrownBy(() -> new EmbeddedKafka(folder, 0).start())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("were written by Kafka 9.1.0")
                .hasMessageEndingWith("use the newer dzvin, or choose another folder with data.dir");
    }

    @Test
    void dataOfAnotherInstallationsKafkaAreRefused() throws IOException {
        Files.writeString(folder.resolve("meta.properties"), "version=1\nnode.id=7\n");

        assertThatThrownBy(() -> new EmbeddedKafka(folder, 0).start())
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        folder + " holds the data of a Kafka that is not dzvin's: choose another folder with data.dir");
    }
}
