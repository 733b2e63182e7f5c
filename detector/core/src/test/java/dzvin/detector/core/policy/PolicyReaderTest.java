package dzvin.detector.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyReaderTest {
    private static final Path FOLDER = Path.of("src/test/resources/policy");
    private static final String EXPECTED = "#! ";

    static List<Path> valid() throws IOException {
        return files("valid");
    }

    static List<Path> invalid() throws IOException {
        return files("invalid");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("valid")
    void aValidFileIsAPolicy(Path file) throws IOException {
        var policy = PolicyReader.read(file.getFileName().toString(), Files.readString(file));

        assertThat(policy.digest()).matches("[0-9a-f]{12}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invalid")
    void everythingThatIsWrongWithAFileIsToldAtOnceWithLineKeyRuleAndValue(Path file) throws IOException {
        var name = file.getFileName().toString();
        var text = Files.readString(file);
        var expected = expected(text).map(problem -> name + ":" + problem).toList();

        var problems = catchThrowableOfType(PolicyProblems.class, () -> PolicyReader.read(name, text));

        assertThat(problems).isNotNull();
        assertThat(problems.problems()).containsExactlyElementsOf(expected);
    }

    @Test
    void everyKeyIsRefusedByOneOfTheInvalidFiles() throws IOException {
        var refused = new TreeSet<String>();
        for (Path file : invalid()) {
            expected(Files.readString(file))
                    .map(problem -> problem.split(" ")[1])
                    .map(key -> key.startsWith("population.") ? "population" : key)
                    .forEach(refused::add);
        }

        assertThat(refused)
                .containsAll(PolicyKeys.ALL.stream().map(PolicyKey::path).toList());
    }

    @Test
    void anEmptyFileHasAllTheDefaults() {
        var policy = PolicyReader.read("p.yaml", "");

        assertThat(policy.name()).isEqualTo("default");
        assertThat(policy.bucket()).isEqualTo(Duration.ofMinutes(5));
        assertThat(policy.grace()).isEqualTo(Duration.ofMinutes(2));
        assertThat(policy.views().stream().map(view -> view.name()).collect(Collectors.joining(" ")))
                .isEqualTo("region feature region+feature number number-block");
        assertThat(policy.scales())
                .containsExactly(
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(6),
                        Duration.ofHours(24),
                        Duration.ofDays(7));
        assertThat(policy.stages().mass())
                .isEqualTo(new Policy.Mass(50, 5, 3, Duration.ofDays(3), Duration.ofDays(2), Duration.ofDays(3)));
        assertThat(policy.stages().spreading()).isEqualTo(new Policy.Spreading(12, 2));
        assertThat(policy.baseline())
                .isEqualTo(new Policy.Learning(Duration.ofDays(2), Duration.ofDays(28), Duration.ofDays(14)));
        assertThat(policy.calendar().zone().normalized()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void whatAFileSaysIsInThePolicy() {
        var policy = PolicyReader.read("p.yaml", """
                policy: mine
                calendar: {zone: Europe/Kyiv, holidays: [2026-12-25]}
                population: {UA-32: 5}
                """);

        assertThat(policy.name()).isEqualTo("mine");
        assertThat(policy.calendar().zone().getId()).isEqualTo("Europe/Kyiv");
        assertThat(policy.calendar().holidays()).containsExactly(LocalDate.of(2026, 12, 25));
        assertThat(policy.population()).containsEntry("UA-32", 5L);
    }

    @Test
    void theDigestIsOfWhatHoldsAndNotOfHowItIsWritten() {
        var plain = PolicyReader.read("a.yaml", "");

        var written = PolicyReader.read("b.yaml", "policy: other # another name\nbaseline: {halfLife: 672h}\n");
        var changed = PolicyReader.read("c.yaml", "falseAlarmsPerWeek: 2\n");

        assertThat(written.digest()).isEqualTo(plain.digest());
        assertThat(changed.digest()).isNotEqualTo(plain.digest());
        assertThat(written.reference()).isEqualTo("other@" + plain.digest());
    }

    @Test
    void theDigestOfTheDefaultsIsTheSameOnEveryMachine() {
        assertThat(PolicyReader.read("a.yaml", "").digest()).isEqualTo("5d7a2d5df743");
    }

    @Test
    void brokenYamlIsToldWithItsLine() {
        assertThatThrownBy(() -> PolicyReader.read("p.yaml", "bucket: 5m\nviews: [region\n"))
                .isInstanceOf(PolicyProblems.class)
                .hasMessageStartingWith("p.yaml:3 policy file must be one YAML document, got ");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aShippedPolicyIsValidAndNamedAsItsFile(String name) {
        assertThat(Policies.shipped(name).name()).isEqualTo(name);
    }

    static List<String> shipped() {
        return Policies.names();
    }

    @Test
    void independenceDaysAreHolidaysOfTheShippedPolicies() {
        assertThat(Policies.shipped("ua").calendar().holidays())
                .contains(LocalDate.of(2026, 8, 24), LocalDate.of(2025, 4, 20))
                .hasSize(16);
        assertThat(Policies.shipped("us").calendar().holidays())
                .contains(LocalDate.of(2021, 7, 5), LocalDate.of(2020, 11, 26));
    }

    @Test
    void aShippedPolicyThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> Policies.shipped("../x")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Stream<String> expected(String text) {
        return text.lines().filter(line -> line.startsWith(EXPECTED)).map(line -> line.substring(EXPECTED.length()));
    }

    private static List<Path> files(String kind) throws IOException {
        try (var files = Files.list(FOLDER.resolve(kind))) {
            return files.sorted().toList();
        }
    }
}
