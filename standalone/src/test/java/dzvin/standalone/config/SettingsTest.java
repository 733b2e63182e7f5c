package dzvin.standalone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.ingest.Profile;
import dzvin.schemas.TopicSetup.Layout;
import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path folder;

    private Settings read(String yaml, Map<String, String> environment) throws IOException {
        return Settings.read(Optional.of(Files.writeString(folder.resolve("dzvin.yaml"), yaml)), environment);
    }

    @Test
    void theEnvironmentStandsAboveTheFileAndTheFileAboveTheDefault() throws IOException {
        var settings = read("ingest: {port: 1001, maxItems: 7}", Map.of("DZVIN_INGEST_PORT", "1002"));

        assertThat(settings.number(Setting.INGEST_PORT)).isEqualTo(1002);
        assertThat(settings.number(Setting.INGEST_MAX_ITEMS)).isEqualTo(7);
        assertThat(settings.number(Setting.SINK_PORT)).isEqualTo(8080);
    }

    @Test
    void aVariableIsNamedAfterItsKey() {
        assertThat(Setting.INGEST_API_KEYS_FILE.variable()).isEqualTo("DZVIN_INGEST_API_KEYS_FILE");
        assertThat(Setting.SCHEMA_REGISTRY_URL.variable()).isEqualTo("DZVIN_SCHEMA_REGISTRY_URL");
        assertThat(Setting.PROFILE.variable()).isEqualTo("DZVIN_PROFILE");
    }

    @Test
    void theFormOffersWhatTheProfileSays() throws IOException {
        var settings = read("profile: us", Map.of());

        assertThat(new Installation(settings).ingest(new Layout(1, 1)).profile())
                .isEqualTo(Profile.US);
    }

    @Test
    void aMistypedVariableIsAMistakeButOthersOfThePrefixAreNot() {
        assertThatThrownBy(() -> read("", Map.of("DZVIN_INGEST_PROT", "1", "DZVIN_IMAGE", "dzvin:latest")))
                .isInstanceOf(UsageException.class)
                .hasMessage("DZVIN_INGEST_PROT is no setting's variable (did you mean DZVIN_INGEST_PORT?), got it");
    }

    @Test
    void aWrongValueOfAVariableIsToldWithTheVariablesName() {
        assertThatThrownBy(() -> read("", Map.of("DZVIN_PROFILE", "mars")))
                .isInstanceOf(UsageException.class)
                .hasMessage("DZVIN_PROFILE profile must be one of ua, us, got mars");
    }

    @Test
    void kafkasOwnSettingsComeFromFileVariablesAndPropertiesInThatOrderOfWeakness() throws IOException {
        Files.writeString(
                folder.resolve("kafka.properties"), "sasl.mechanism=PLAIN\nclient.id=a\nssl.key.password=x\n");
        var settings = read(
                "kafka: {settingsFile: kafka.properties, settings: {client.id: b, sasl.mechanism: SCRAM-SHA-512}}",
                Map.of("DZVIN_KAFKA_SETTINGS_CLIENT_ID", "c"));

        assertThat(new Installation(settings).connection().clientSettings())
                .isEqualTo(Map.of("sasl.mechanism", "SCRAM-SHA-512", "client.id", "c", "ssl.key.password", "x"));
    }

    @Test
    void aPathInAFileIsRelativeToTheFileAndOneInAVariableToTheWorkingFolder() throws IOException {
        var settings = read("sink: {file: alerts.ndjson}", Map.of("DZVIN_DATA_DIR", "elsewhere"));

        assertThat(settings.path(Setting.SINK_FILE)).contains(folder.resolve("alerts.ndjson"));
        assertThat(settings.path(Setting.DATA_DIR)).contains(Path.of("elsewhere"));
    }

    @Test
    void whatATypesOwnGuardRefusesIsToldWithTheLineOfItsSetting() throws IOException {
        var file = folder.resolve("dzvin.yaml");
        var settings = read("\nsink:\n  host: 0.0.0.0\n", Map.of());

        assertThat(settings.refused(new IllegalArgumentException("sink.host must be a loopback one, got 0.0.0.0")))
                .hasMessage(file + ":3 sink.host must be a loopback one, got 0.0.0.0");
    }

    @Test
    void effectiveSettingsShowTheirOriginAndNoSecret() throws IOException {
        var settings = read("""
                kafka:
                  settings: {sasl.jaas.config: "user=a password=letmein", security.protocol: SASL_SSL}
                sink:
                  webhook: {url: "https://desk.example/hooks/letmein"}
                """, Map.of("DZVIN_LOG_LEVEL", "debug"));

        var lines = EffectiveSettings.lines(settings).stream()
                .map(line -> line.replaceAll(" +#", " #"))
                .toList();

        assertThat(lines)
                .contains(
                        "kafka.settings.sasl.jaas.config: \"***\" # " + folder.resolve("dzvin.yaml") + ":2",
                        "kafka.settings.security.protocol: SASL_SSL # " + folder.resolve("dzvin.yaml") + ":2",
                        "sink.webhook.url: https://desk.example/*** # " + folder.resolve("dzvin.yaml") + ":4",
                        "log.level: debug # DZVIN_LOG_LEVEL",
                        "ingest.port: 8081 # default")
                .noneMatch(line -> line.contains("letmein"));
    }

    @Test
    void aSecretsFileThatIsNotThereIsNamed() throws IOException {
        var settings = read("kafka: {settingsFile: nowhere.properties}", Map.of());

        assertThatThrownBy(() -> new Installation(settings).connection())
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "there is no file " + folder.resolve("nowhere.properties") + ", which the configuration names");
    }

    @Test
    void aConfigurationFileThatIsNotThereIsNamed() {
        var file = folder.resolve("nowhere.yaml");

        assertThatThrownBy(() -> Settings.read(Optional.of(file), Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("there is no configuration file " + file);
    }
}
