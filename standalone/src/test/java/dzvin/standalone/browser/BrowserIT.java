package dzvin.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The browser itself, on a page that needs no server. */
class BrowserIT {
    private static final String PAGE = """
            <!doctype html><title>t</title>
            <input id=name><button id=greet onclick="later()">greet</button><p id=out hidden></p>
            <script>function later(){setTimeout(()=>{out.hidden=false;out.textContent='hello '+document.getElementById('name').value},50)}
            console.error('complaint')</script>
            """;

    @Test
    void aPageIsTypedIntoClickedWaitedForAndReadAsAUserWould() {
        try (var browser = Browser.open()) {
            browser.go(page());

            assertThat(browser.shows("#out")).isFalse();
            browser.type("#name", "Їжак");
            browser.press(Browser.Key.TAB);
            browser.press(Browser.Key.ENTER);

            browser.until("the greeting", page -> page.shows("#out"));
            assertThat(browser.text("#out")).isEqualTo("hello Їжак");
            assertThat(browser.complaints()).singleElement().asString().contains("complaint");
        }
    }

    private static URI page() {
        var encoded = URLEncoder.encode(PAGE, StandardCharsets.UTF_8).replace("+", "%20");
        return URI.create("data:text/html;charset=utf-8," + encoded);
    }
}
