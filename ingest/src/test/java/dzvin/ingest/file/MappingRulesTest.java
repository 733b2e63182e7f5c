package dzvin.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks {@code mappings/valid} and {@code mappings/invalid}; an invalid file's first lines say what is expected. */
class MappingRulesTest {
    private static final String EXPECT = "# expect: ";

    static List<Path> valid() throws IOException {
        return walk("mappings/valid");
    }

    static List<Path> invalid() throws IOException {
        return walk("mappings/invalid");
    }

    private static List<Path> walk(String folder) throws IOException {
        try (var files = Files.list(Sample.resource(folder))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("valid")
    void aMappingThatKeepsTheRulesIsRead(Path file) {
        assertThat(Mapping.read(file).name()).isEqualTo("desk");
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void everyBrokenRuleIsToldWithItsLineAllAtOnce(Path file) throws IOException {
        var expected = Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(EXPECT))
                .map(line -> file + ":" + line.substring(EXPECT.length()))
                .toList();
        assertThat(expected).isNotEmpty();

        assertThatThrownBy(() -> Mapping.read(file))
                .isInstanceOf(UnusableFileException.class)
                .satisfies(problem -> assertThat(problem.getMessage().lines().toList())
                        .hasSameSizeAs(expected)
                        .allSatisfy(line -> assertThat(expected).anyMatch(line::startsWith)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftc-dnc", "fcc", "ftc-daily-counts"})
    void theMappingsThatShipAreCalledWhatTheirFilesAreAndNameTheirCountry(String name) {
        var mapping = Mapping.bundled(name);

        assertThat(mapping.name()).isEqualTo(name);
        assertThat(mapping.country()).contains("US");
    }

    @Test
    void aMappingThatIsNotThereIsToldInOneSentence() {
        assertThatThrownBy(() -> Mapping.read(Path.of("none.yaml")))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("none.yaml");
    }
}
