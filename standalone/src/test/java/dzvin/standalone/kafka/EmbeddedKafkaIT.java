package dzvin.standalone.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.standalone.failure.CannotRunException;
import dzvin.standalone.process.JavaCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsThereAfterARestartOnTheSamePort() throws Exception {
        int port;
        try (var kafka = new EmbeddedKafka(folder, 0).start()) {
            port = kafka.port();
            new TestTopic(kafka.bootstrapServers()).create().write(List.of("one", "two"));
        }

        try (var kafka = new EmbeddedKafka(folder, port).start()) {
            assertThat(new TestTopic(kafka.bootstrapServers()).read()).containsExactly("one", "two");
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
        var process = startInItsOwnProcess();
        try {
            awaitWord(process);
        } finally {
            process.destroyForcibly().waitFor();
        }

        try (var kafka = new EmbeddedKafka(folder, 0).start()) {
            assertThat(new TestTopic(kafka.bootstrapServers()).read()).containsExactly("one", "two", "three");
        }
    }

    @Test
    void aFolderThatAnotherProcessHasIsRefusedAndTheProcessNamed() throws Exception {
        var process = startInItsOwnProcess();
        try {
            awaitWord(process);

            assertThatThrownBy(() -> new EmbeddedKafka(folder, 0).start())
                    .isInstanceOf(CannotRunException.class)
                    .hasMessage("the data folder " + folder + " is in use by another dzvin (process " + process.pid()
                            + "): stop it, or choose another with data.dir");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process startInItsOwnProcess() throws IOException {
        return new ProcessBuilder(JavaCommand.of(384, KafkaProcess.class, List.of(folder.toString())))
                .redirectError(
                        folder.resolveSibling(folder.getFileName() + ".log").toFile())
                .start();
    }

    private static void awaitWord(Process process) throws IOException {
        try (var lines = process.inputReader(UTF_8)) {
            assertThat(lines.lines().filter(KafkaProcess.KEPT::equals).findFirst())
                    .isPresent();
        }
    }
}
