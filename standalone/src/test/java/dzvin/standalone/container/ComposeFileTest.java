package dzvin.standalone.container;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.standalone.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The compose file, the image and Prometheus say the same as the code. */
class ComposeFileTest {
    private static final Path CHECKOUT = Path.of("..");
    private static final Pattern OURS = Pattern.compile("(?m)^[\\s-]*(?:ENV )?(DZVIN_[A-Z_]+)(?:: |=)");

    /** What the file itself is told by, and no service reads. */
    private static final List<String> OF_THE_FILE = List.of("DZVIN_IMAGE", "DZVIN_SECRETS");

    @Test
    void everyVariableThatAServiceIsGivenIsASettings() throws IOException {
        assertThat(variables("docker-compose.yml"))
                .contains("DZVIN_KAFKA_BOOTSTRAP_SERVERS")
                .allMatch(known());
        assertThat(variables("Dockerfile")).contains("DZVIN_INGEST_HOST").allMatch(known());
    }

    @Test
    void theImageOpensTheDefaultPortOfEveryService() throws IOException {
        assertThat(read("Dockerfile")).contains("EXPOSE 8080 8081 8082 8083");
        assertThat(read("docker/healthy"))
                .contains(
                        "${DZVIN_SINK_PORT:-8080}",
                        "${DZVIN_INGEST_PORT:-8081}",
                        "${DZVIN_REGISTRY_PORT:-8082}",
                        "${DZVIN_DETECTOR_PORT:-8083}");
    }

    @Test
    void everySecretThatAServiceReadsIsHandedToItAndMadeByTheScript() throws IOException {
        var compose = read("docker-compose.yml");
        var script = read("docker/make-secrets");
        var named = Pattern.compile("DZVIN_\\w+_FILE: /run/secrets/(\\S+)").matcher(compose);
        var secrets = new TreeSet<String>();
        while (named.find()) {
            secrets.add(named.group(1));
        }

        assertThat(secrets)
                .hasSize(3)
                .allSatisfy(secret -> assertThat(compose)
                        .contains("\n      - " + secret + "\n")
                        .contains("\n  " + secret + ":\n    file: ${DZVIN_SECRETS:-./docker/secrets}/" + secret))
                .allSatisfy(secret -> assertThat(script).contains("make_secret " + secret + "\n"));
    }

    @Test
    void prometheusAsksEveryServiceAtItsPort() throws IOException {
        assertThat(read("docker/prometheus/prometheus.yml"))
                .contains("\"ingest:8081\"", "\"detector:8083\"", "\"sink:8080\"");
    }

    private static Predicate<String> known() {
        var settings = Arrays.stream(Setting.values()).map(Setting::variable).toList();
        return name -> settings.contains(name) || OF_THE_FILE.contains(name);
    }

    private static Set<String> variables(String file) throws IOException {
        var names = new TreeSet<String>();
        var name = OURS.matcher(read(file));
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    private static String read(String file) throws IOException {
        return Files.readString(CHECKOUT.resolve(file));
    }
}
