package dzvin.sink.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dzvin.schemas.avro.Alert;
import dzvin.sink.AlertMessage;
import dzvin.sink.Channel;
import dzvin.sink.ChannelContract;
import dzvin.sink.Delivery;
import dzvin.sink.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NdjsonFileChannelTest extends ChannelContract {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("alerts.ndjson");
    }

    @Override
    protected Channel open() {
        var channel = new NdjsonFileChannel(file());
        channel.open();
        return channel;
    }

    @Override
    protected List<String> received() {
        try {
            var ids = new ArrayList<String>();
            for (var line : Files.readAllLines(file())) {
                ids.add(new ObjectMapper().readTree(line).required("id").asText());
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Moved away, with a folder in its place: what a careless hand or a rotation can do. */
    @Override
    protected void breakReceiver() {
        try {
            if (Files.exists(file())) {
                Files.move(file(), folder.resolve("kept"));
            }
            Files.createDirectory(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void mendReceiver() {
        try {
            Files.delete(file());
            Files.move(folder.resolve("kept"), file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anAlertThatTheFileHoldsIsNotWrittenAgainAfterARestart() {
        try (var channel = open()) {
            channel.deliver(Samples.message(1));
            channel.deliver(Samples.message(2));
        }

        try (var restarted = open()) {
            assertThat(restarted.deliver(Samples.message(2))).isEqualTo(new Delivery.Done());
            restarted.deliver(Samples.message(3));
        }

        assertThat(received()).containsExactly(idOf(1), idOf(2), idOf(3));
    }

    @Test
    void aHigherRevisionOfAnAlertIsANewLine() {
        var first = Samples.alert(1);
        var second = Alert.newBuilder(first).setRevision(2).build();

        try (var channel = open()) {
            channel.deliver(AlertMessage.of(first));
            channel.deliver(AlertMessage.of(second));
        }

        assertThat(received()).containsExactly(idOf(1), idOf(1));
    }

    @Test
    void halfALineLeftByACrashIsCutOffAndTheAlertIsWrittenWhole() throws IOException {
        try (var channel = open()) {
            channel.deliver(Samples.message(1));
        }
        var half = Samples.message(2).json().substring(0, 100);
        Files.writeString(file(), half, StandardOpenOption.APPEND);

        try (var restarted = open()) {
            restarted.deliver(Samples.message(2));
        }

        assertThat(received()).containsExactly(idOf(1), idOf(2));
    }

    @Test
    void aFileThatWasRotatedAwayIsBegunAnew() throws IOException {
        try (var channel = open()) {
            channel.deliver(Samples.message(1));
            Files.move(file(), folder.resolve("alerts.1"));

            channel.deliver(Samples.message(2));
        }

        assertThat(received()).containsExactly(idOf(2));
        assertThat(Files.readString(folder.resolve("alerts.1"), UTF_8)).contains(idOf(1));
    }

    @Test
    void aRemarkThatSomebodyWroteIntoTheFileIsLeftAlone() throws IOException {
        Files.writeString(file(), "not JSON, but mine\n");

        try (var channel = open()) {
            channel.deliver(Samples.message(1));
        }

        assertThat(Files.readAllLines(file())).hasSize(2).first().isEqualTo("not JSON, but mine");
    }

    @Test
    void twoChannelsNeverWriteToOneFile() {
        try (var channel = open()) {
            assertThat(channel.name()).isEqualTo("file");

            assertThatThrownBy(this::open)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("cannot write alerts to " + file());
        }
    }
}
