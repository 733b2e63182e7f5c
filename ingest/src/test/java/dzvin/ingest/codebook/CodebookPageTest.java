package dzvin.ingest.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CodebookPageTest {
    private static final Path PAGE = Path.of("../docs/codebook.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theExampleOfTheDocumentationIsACodebook() throws IOException {
        var example =
                EXAMPLE.matcher(Files.readString(PAGE)).results().findFirst().orElseThrow();

        var codebook = Codebook.read("docs/codebook.md", example.group(1));

        assertThat(codebook.featuresIn("Посольство далекої країни США відповіло."))
                .containsExactly("appeal-to-us");
        assertThat(codebook.featuresIn("Звернення не написали до США.")).isEmpty();
    }
}
