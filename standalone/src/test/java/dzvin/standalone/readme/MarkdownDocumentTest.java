package dzvin.standalone.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownDocumentTest {
    @Test
    void everyBlockFencedAsShIsACommandAndOtherBlocksAreNot() {
        var document = new MarkdownDocument("""
                # Title
                ```sh
                echo one
                echo two
                ```
                ```text
                what is printed
                ```
                * in a list
                  ```sh
                  echo three
                  ```
                """);

        assertThat(document.blocks())
                .extracting(ShellBlock::line, ShellBlock::commands)
                .containsExactly(tuple(2, "echo one\necho two"), tuple(10, "echo three"));
    }

    @Test
    void theCommentAboveABlockSaysWhatTheTestDoesWithIt() {
        var document = new MarkdownDocument("""
                ```sh
                a
                ```
                <!-- test: expect "MASS" -->
                ```sh
                b
                ```
                <!-- test: background until "is ready" -->

                ```sh
                c
                ```
                <!-- test: skip because it needs a second machine -->
                ```sh
                d
                ```
                """);

        assertThat(document.blocks())
                .extracting(ShellBlock::directive)
                .containsExactly(
                        new Directive.Run(Optional.empty()),
                        new Directive.Run(Optional.of("MASS")),
                        new Directive.Background("is ready"),
                        new Directive.Skip("it needs a second machine"));
    }

    @Test
    void aSkipWithoutAReasonIsRefused() {
        assertThatThrownBy(() -> new MarkdownDocument("<!-- test: skip -->\n```sh\na\n```\n"))
                .hasMessageContaining("skip because");
    }

    @Test
    void aTestCommentWithoutABlockBelowIsRefused() {
        assertThatThrownBy(() -> new MarkdownDocument("<!-- test: expect \"x\" -->\nprose\n```sh\na\n```\n"))
                .hasMessageContaining("line 2");
    }

    @Test
    void commandsUnderAnotherNameThanShAreRefusedForNothingWouldRunThem() {
        assertThatThrownBy(() -> new MarkdownDocument("\n```bash\nls\n```\n")).hasMessageContaining("line 2");
    }

    @Test
    void aFenceThatNeverClosesIsRefused() {
        assertThatThrownBy(() -> new MarkdownDocument("```sh\nls\n")).hasMessageContaining("never closed");
    }

    @Test
    void aCommandQuotedInProseMustBeInABlockToo() {
        var document = new MarkdownDocument("""
                Type `./dzvin demo` or `./dzvin up`, which keeps its data in `./data`.
                ```sh
                ./dzvin demo --exit
                ```
                """);

        assertThat(document.quotedButNeverRun()).containsExactly("./dzvin up");
    }
}
