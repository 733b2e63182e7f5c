package dzvin.standalone.command;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The user's browser, if there is a screen to show it on. Not being able to open one is no failure. */
final class Browser {
    private static final Logger log = LoggerFactory.getLogger(Browser.class);

    private Browser() {}

    static void open(String address) {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        boolean screen = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        if (!mac && !screen) {
            return;
        }
        try {
            new ProcessBuilder(List.of(mac ? "open" : "xdg-open", address))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            log.atInfo().addKeyValue("problem", e.getMessage()).log("no browser could be opened");
        }
    }
}
