package dzvin.standalone.readme;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the test does with a block of commands, as the comment above it says: {@code <!-- test: … -->}.
 *
 * <ul>
 *   <li>no comment: runs it, and it must end with status 0;
 *   <li>{@code expect "TEXT"}: runs it, and its output must hold the text too;
 *   <li>{@code background until "TEXT"}: starts it, waits for the text, and lets it run until the last block is through;
 *   <li>{@code skip because REASON}: leaves it out, and the report says why.
 * </ul>
 */
sealed interface Directive {
    Pattern EXPECT = Pattern.compile("expect \"([^\"]+)\"");
    Pattern BACKGROUND = Pattern.compile("background until \"([^\"]+)\"");
    Pattern SKIP = Pattern.compile("skip because (.+)");

    /** Runs to its end with status 0, with that text in its output if one is given. */
    record Run(Optional<String> expected) implements Directive {}

    /** Is started, and has begun its work once its output holds that text. */
    record Background(String until) implements Directive {}

    /** Is not run, for that reason. */
    record Skip(String reason) implements Directive {}

    static Directive of(String comment) {
        String words = comment.strip();
        if (words.isEmpty()) {
            return new Run(Optional.empty());
        }
        Matcher expect = EXPECT.matcher(words);
        if (expect.matches()) {
            return new Run(Optional.of(expect.group(1)));
        }
        Matcher background = BACKGROUND.matcher(words);
        if (background.matches()) {
            return new Background(background.group(1));
        }
        Matcher skip = SKIP.matcher(words);
        if (skip.matches()) {
            return new Skip(skip.group(1));
        }
        throw new IllegalArgumentException(
                "a test comment must say expect \"…\", background until \"…\" or skip because …, got: " + words);
    }
}
