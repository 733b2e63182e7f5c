package dzvin.detector.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The reference in the documentation says what the reader does. */
class PolicyReferenceTest {
    private static final Path REFERENCE = Path.of("../../docs/policy.md");
    private static final Pattern ROW = Pattern.compile("\\| `([a-zA-Z.]+)` \\| (`([^`]*)`|none) \\|.*");

    @Test
    void everyKeyIsDocumentedOnceInTheReadersOrderWithItsDefault() throws IOException {
        var documented = Files.readAllLines(REFERENCE).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group(1) + " = " + (row.group(3) == null ? "" : row.group(3)))
                .toList();

        assertThat(documented)
                .isEqualTo(PolicyKeys.ALL.stream()
                        .map(key -> key.path() + " = " + key.standard())
                        .toList());
    }

    @Test
    void theBoundsOfEveryRangeAreTheReadersOwn() throws IOException {
        var lines = Files.readAllLines(REFERENCE);
        var range = Pattern.compile("from ([0-9.]+[smhd]?) to ([0-9.]+[smhd]?)");

        for (PolicyKey<?> key : PolicyKeys.ALL) {
            var bounds = range.matcher(key.rule().text());
            if (bounds.find()) {
                assertThat(row(lines, key.path())).contains(bounds.group(1) + " to " + bounds.group(2));
            }
        }
    }

    @Test
    void theKeysThatNeedANewStateAreThoseThatStateTells() throws IOException {
        var row = Pattern.compile("\\| `([a-zA-Z.]+)` \\| new applicationId: .*");
        var documented = Files.readAllLines(REFERENCE).stream()
                .map(row::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1))
                .sorted()
                .toList();

        assertThat(documented)
                .isEqualTo(StateBasis.of(PolicyReader.read("any.yaml", "policy: any\n"))
                        .text()
                        .lines()
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .toList());
    }

    @Test
    void theExampleIsAValidPolicy() throws IOException {
        var example = Files.readString(REFERENCE).split("```yaml\n")[1].split("```")[0];

        assertThat(PolicyReader.read("my-office.yaml", example).name()).isEqualTo("my-office");
    }

    @Test
    void theExamplesOfProblemsAreTheReadersOwnWords() throws IOException {
        var shown = Files.readString(REFERENCE).split("```\nmy-office")[1].split("```")[0];

        assertThatThrownBy(
                        () -> PolicyReader.read("my-office.yaml", "policy: a\nbucket: 7m\n\n\nfalseAlarmPerWeek: 1\n"))
                .hasMessage("my-office" + shown.stripTrailing());
    }

    private static String row(List<String> lines, String path) {
        return lines.stream()
                .filter(line -> line.startsWith("| `" + path + "` |"))
                .collect(Collectors.joining());
    }
}
