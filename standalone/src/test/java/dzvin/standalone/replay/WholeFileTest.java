package dzvin.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatIsKeptTakesThePlaceOfTheOneBefore() throws IOException {
        var place = Files.writeString(folder.resolve("out"), "before");
        try (var file = WholeFile.at(place)) {
            file.line("after");
            assertThat(place).hasContent("before");

            file.keep();
        }

        assertThat(place).hasContent("after\n");
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
    }

    @Test
    void whatIsNotKeptLeavesNothing() {
        try (var file = WholeFile.at(folder.resolve("out"))) {
            file.line("half");
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLinkIsFollowedAndStays() throws IOException {
        var real = Files.writeString(folder.resolve("real"), "before");
        var link = Files.createSymbolicLink(folder.resolve("link"), real);
        try (var file = WholeFile.at(link)) {
            file.line("after");
            file.keep();
        }

        assertThat(link).isSymbolicLink();
        assertThat(real).hasContent("after\n");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsTheUsersMistake() {
        assertThatThrownBy(() -> WholeFile.at(folder)).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> WholeFile.at(folder.resolve("no/such/folder"))).isInstanceOf(UsageException.class);
    }
}
