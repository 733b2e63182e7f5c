package dzvin.standalone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One file for each rule. The comments on top of a file say what is expected of it. */
class ConfigFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/dzvin/standalone/config");

    static Stream<Path> valid() throws IOException {
        return files("valid");
    }

    static Stream<Path> invalid() throws IOException {
        return files("invalid");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("valid")
    void aValidFileSetsWhatItsCommentSays(Path file) throws IOException {
        var settings = Settings.read(Optional.of(file), Map.of());

        assertThat(expectations(file)).allSatisfy(line -> {
            var parts = line.split(" = ?", 2);
            if (parts.length == 2) {
                assertThat(settings.text(Setting.named(parts[0]).orElseThrow())).isEqualTo(parts[1]);
            }
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void anInvalidFileIsRefusedWithTheSentencesOfItsComment(Path file) throws IOException {
        var expected = expectations(file).stream()
                .map(line -> FOLDER + "/" + line)
                .collect(Collectors.joining(System.lineSeparator()));

        assertThatThrownBy(() -> Settings.read(Optional.of(file), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage(expected);
    }

    private static List<String> expectations(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .takeWhile(line -> line.startsWith("# "))
                .map(line -> line.substring(2))
                .toList();
    }

    private static Stream<Path> files(String folder) throws IOException {
        try (var files = Files.list(FOLDER.resolve(folder))) {
            return files.sorted().toList().stream();
        }
    }
}
