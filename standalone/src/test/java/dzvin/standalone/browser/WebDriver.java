package dzvin.standalone.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One chromedriver process with one session, and the protocol they are spoken to in. */
final class WebDriver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Process process;
    private final Path profile;
    private final URI server;
    private String session = "";

    private WebDriver(Process process, Path profile, URI server) {
        this.process = process;
        this.profile = profile;
        this.server = server;
    }

    static WebDriver start() {
        try {
            var profile = Files.createTempDirectory("dzvin-browser-");
            var process = new ProcessBuilder(Chromium.driver().orElseThrow().toString(), "--port=0")
                    .redirectErrorStream(true)
                    .start();
            var driver = new WebDriver(process, profile, URI.create("http://127.0.0.1:" + port(process)));
            driver.openSession();
            return driver;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start chromedriver", e);
        }
    }

    JsonNode get(String path) {
        return answer(request(path).GET().build());
    }

    JsonNode post(String path, Object body) {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.valueToTree(body).toString()))
                .build());
    }

    @Override
    public void close() {
        try {
            answer(request("").DELETE().build());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
            deleteProfile();
        }
    }

    private void openSession() {
        try {
            session = "/"
                    + post("", Chromium.capabilities(profile)).get("sessionId").asText();
        } catch (Refusal | UncheckedIOException e) {
            process.destroyForcibly();
            deleteProfile();
            throw e;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve("/session" + session + path))
                .timeout(PATIENCE);
    }

    private JsonNode answer(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var value = JSON.readTree(response.body()).get("value");
            if (response.statusCode() != 200) {
                throw new Refusal(
                        request.uri().getPath() + ": " + value.get("message").asText());
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException("chromedriver does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the browser worked", e);
        }
    }

    /** Chromedriver says on its first lines which free port it took. */
    private static String port(Process process) throws IOException {
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            var port = PORT.matcher(line);
            if (port.find()) {
                return port.group(1);
            }
        }
        throw new IOException("chromedriver ended before it named its port");
    }

    /** A browser that has just ended may still write: what then cannot be deleted is left to the system. */
    private void deleteProfile() {
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            profile.toFile().deleteOnExit();
        }
    }

    /** The browser cannot do what was asked: no such element, or not one that can be clicked. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }
}
