package dzvin.standalone.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Assumptions;

/**
 * A headless Chromium with a fresh profile. Elements are named by CSS selectors; actions wait until their element is
 * there, and {@link #until} waits for anything else, so that no test has to sleep.
 */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final WebDriver driver;

    private Browser(WebDriver driver) {
        this.driver = driver;
    }

    /** Opens a browser in a window of 1280 by 900; without Chromium on this machine the test is skipped. */
    public static Browser open() {
        var missing = Chromium.missing();
        Assumptions.assumeTrue(missing.isEmpty(), () -> "no browser tests here: " + missing.orElse(""));
        var browser = new Browser(WebDriver.start());
        browser.resize(1280, 900);
        return browser;
    }

    /** Goes to a page and returns when it has loaded. */
    public void go(URI page) {
        driver.post("/url", Map.of("url", page.toString()));
    }

    /** The size of the window, in CSS pixels. */
    public void resize(int width, int height) {
        driver.post(
                "/goog/cdp/execute",
                Map.of(
                        "cmd",
                        "Emulation.setDeviceMetricsOverride",
                        "params",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false)));
    }

    /** Clicks on an element's middle, as a user does: fails where something else covers it. */
    public void click(String selector) {
        driver.post("/element/" + element(selector) + "/click", Map.of());
    }

    /** Types into an element, after what is there. */
    public void type(String selector, String text) {
        driver.post("/element/" + element(selector) + "/value", Map.of("text", text));
    }

    /** Empties a field. */
    public void clear(String selector) {
        driver.post("/element/" + element(selector) + "/clear", Map.of());
    }

    /** Presses one of the {@link Key}s wherever the focus is. */
    public void press(Key key) {
        var strokes =
                List.of(Map.of("type", "keyDown", "value", key.code()), Map.of("type", "keyUp", "value", key.code()));
        driver.post(
                "/actions", Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions", strokes))));
    }

    /** The text of an element as a user sees it. */
    public String text(String selector) {
        return driver.get("/element/" + element(selector) + "/text").asText();
    }

    /** What is in a form field, or another property of an element. */
    public String property(String selector, String name) {
        return driver.get("/element/" + element(selector) + "/property/" + name).asText();
    }

    /** Whether a user can see such an element now. */
    public boolean shows(String selector) {
        return found(selector).stream()
                .anyMatch(id -> driver.get("/element/" + id + "/displayed").asBoolean());
    }

    /** How many such elements there are, seen or not. */
    public int count(String selector) {
        return found(selector).size();
    }

    /** Runs a function body in the page, with {@code arguments[0]} and so on, and returns what it returns. */
    public JsonNode run(String script, Object... arguments) {
        return driver.post("/execute/sync", Map.of("script", script, "args", List.of(arguments)));
    }

    /** Waits until a condition on the page holds; the description says what never came. */
    public void until(String description, Condition condition) {
        try {
            Awaitility.await(description)
                    .atMost(PATIENCE)
                    .ignoreExceptionsMatching(WebDriver.Refusal.class::isInstance)
                    .until(() -> condition.holds(this));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    description + " never came; the page shows: " + text("body") + "; it complained of: "
                            + complaints(),
                    e);
        }
    }

    /** What the page complained of on the console so far, refused by its content security policy included. */
    public List<String> complaints() {
        return driver.post("/se/log", Map.of("type", "browser"))
                .valueStream()
                .filter(entry -> entry.get("level").asText().matches("WARNING|SEVERE"))
                .map(entry -> entry.get("message").asText())
                .toList();
    }

    /** The window as a picture, for people who look into a failure. */
    public void screenshot(Path file) {
        try {
            Files.write(
                    file, Base64.getDecoder().decode(driver.get("/screenshot").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the screenshot " + file, e);
        }
    }

    @Override
    public void close() {
        driver.close();
    }

    private String element(String selector) {
        until(selector, browser -> browser.count(selector) > 0);
        return found(selector).get(0);
    }

    private List<String> found(String selector) {
        return driver.post("/elements", Map.of("using", "css selector", "value", selector))
                .valueStream()
                .map(reference -> reference.elements().next().asText())
                .toList();
    }

    /** Something that comes true on a page in its own time. */
    @FunctionalInterface
    public interface Condition {
        boolean holds(Browser browser);
    }

    /** Keys that a page is used with where there is no mouse. */
    public enum Key {
        TAB("\uE004"),
        ENTER("\uE007"),
        SPACE(" "),
        ESCAPE("\uE00C"),
        ARROW_DOWN("\uE015"),
        ARROW_UP("\uE013");

        private final String code;

        Key(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
