package dzvin.standalone.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
    private static final Path PAGE = Path.of("../docs/configuration.md");

    /** After a change of the table: {@code DZVIN_TEST_WRITE_DOCS=true} writes the page anew. */
    @Test
    void theDocumentationIsMadeFromTheTableOfSettings() throws IOException {
        if (Boolean.parseBoolean(System.getenv("DZVIN_TEST_WRITE_DOCS"))) {
            Files.writeString(PAGE, SettingsPage.markdown());
        }

        assertThat(Files.readString(PAGE)).isEqualTo(SettingsPage.markdown());
    }
}
