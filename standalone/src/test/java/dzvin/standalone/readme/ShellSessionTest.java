package dzvin.standalone.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class ShellSessionTest {
    @TempDir
    private Path folder;

    private ShellSession session;

    @BeforeEach
    void open() {
        session = new ShellSession(folder, Map.of("GREETING", "hello"), Map.of(":8081", ":54321"));
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void blocksShareOneFolderSoThatALaterOneSeesWhatAnEarlierOneWrote() throws Exception {
        play("echo first > note", run());

        play("cat note", expecting("first"));

        assertThat(folder.resolve("note")).exists();
    }

    @Test
    void aCommandThatFailsAnywhereInABlockFailsItAndItsOutputIsShown() {
        assertThatThrownBy(() -> play("echo before\nfalse\necho after", run()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("before")
                .hasMessageNotContaining("after");
    }

    @Test
    void aMissingTextInTheOutputFailsTheBlock() {
        assertThatThrownBy(() -> play("echo calm", expecting("MASS"))).isInstanceOf(AssertionError.class);
    }

    @Test
    void aSkippedBlockIsAbortedWithItsReasonAndNotRun() {
        assertThatThrownBy(() -> play("touch ran", new Directive.Skip("no second machine")))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no second machine");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void aBackgroundBlockRunsOnUntilTheSessionClosesAndIsThenAskedToStop() throws Exception {
        play(
                "trap 'touch stopped; exit 0' TERM; echo is ready; while true; do read -t 0.1 <> <(:) || true; done",
                until("is ready"));
        assertThat(folder.resolve("stopped")).doesNotExist();

        session.close();

        assertThat(folder.resolve("stopped")).exists();
    }

    @Test
    void aBackgroundBlockThatEndsBeforeItIsReadyFails() {
        assertThatThrownBy(() -> play("echo no such port", until("is ready"))).isInstanceOf(AssertionError.class);
    }

    @Test
    void portsOfTheDocumentAreReplacedByFreeOnesAndTheEnvironmentIsSet() throws Exception {
        play("echo $GREETING http://localhost:8081/", expecting("hello http://localhost:54321/"));
    }

    private void play(String commands, Directive directive) throws IOException, InterruptedException {
        session.play(new ShellBlock(1, commands, directive));
    }

    private static Directive run() {
        return new Directive.Run(Optional.empty());
    }

    private static Directive expecting(String text) {
        return new Directive.Run(Optional.of(text));
    }

    private static Directive until(String text) {
        return new Directive.Background(text);
    }
}
