package dzvin.standalone.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where Chromium is on this machine, and how it is started for tests. */
final class Chromium {
    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--headless=new",
            "--no-sandbox", // Chromium refuses its sandbox to root, whom builds in containers run as
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=en-US");

    private Chromium() {}

    /** Why there can be no browser here; empty where there can. */
    static Optional<String> missing() {
        if (browser().isEmpty()) {
            return Optional.of("none of " + BROWSERS + " is on the PATH");
        }
        return driver().isEmpty() ? Optional.of("chromedriver is not on the PATH") : Optional.empty();
    }

    static Optional<Path> driver() {
        return onPath("chromedriver");
    }

    /** What a WebDriver session is asked for. */
    static Map<String, Object> capabilities(Path profile) {
        var flags = new ArrayList<>(FLAGS);
        flags.add("--user-data-dir=" + profile);
        var options = Map.of("binary", browser().orElseThrow().toString(), "args", flags);
        return Map.of(
                "capabilities",
                Map.of(
                        "alwaysMatch",
                        Map.of("goog:chromeOptions", options, "goog:loggingPrefs", Map.of("browser", "ALL"))));
    }

    private static Optional<Path> browser() {
        return BROWSERS.stream().flatMap(name -> onPath(name).stream()).findFirst();
    }

    private static Optional<Path> onPath(String command) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
