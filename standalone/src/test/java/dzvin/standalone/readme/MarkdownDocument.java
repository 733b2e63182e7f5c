package dzvin.standalone.readme;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of a Markdown document: its blocks fenced as {@code sh}, and the commands quoted in its prose. */
final class MarkdownDocument {
    private static final Pattern FENCE = Pattern.compile("(\\s*)```\\s*(\\S*).*");
    private static final Pattern COMMENT = Pattern.compile("\\s*<!--\\s*test:(.*)-->\\s*");
    private static final Pattern QUOTED_COMMAND = Pattern.compile("`(\\./(?:dzvin|mvnw) [^`]+)`");
    private static final Set<String> OTHER_NAMES_OF_SHELL = Set.of("bash", "shell", "console", "zsh");

    private final List<ShellBlock> blocks = new ArrayList<>();
    private final Set<String> quotedCommands = new TreeSet<>();

    MarkdownDocument(String text) {
        var lines = text.lines().toList();
        String comment = "";
        int at = 0;
        while (at < lines.size()) {
            String line = lines.get(at);
            Matcher fence = FENCE.matcher(line);
            Matcher testComment = COMMENT.matcher(line);
            if (fence.matches()) {
                at = readBlock(lines, at, fence, comment);
                comment = "";
            } else if (testComment.matches()) {
                comment = testComment.group(1);
            } else if (!line.isBlank()) {
                rejectStray(comment, at);
                QUOTED_COMMAND.matcher(line).results().forEach(quoted -> quotedCommands.add(quoted.group(1)));
            }
            at++;
        }
        rejectStray(comment, at);
    }

    private int readBlock(List<String> lines, int opening, Matcher fence, String comment) {
        String language = fence.group(2);
        if (OTHER_NAMES_OF_SHELL.contains(language)) {
            throw new IllegalArgumentException("line " + (opening + 1)
                    + ": commands must be fenced as sh, so that a test runs them, got " + language);
        }
        int closing = opening + 1;
        while (closing < lines.size() && !lines.get(closing).strip().equals("```")) {
            closing++;
        }
        if (closing == lines.size()) {
            throw new IllegalArgumentException("line " + (opening + 1) + ": a fence is opened and never closed");
        }
        if (language.equals("sh")) {
            int indent = fence.group(1).length();
            var commands = lines.subList(opening + 1, closing).stream()
                    .map(line -> line.substring(
                            Math.min(indent, line.length() - line.stripLeading().length())))
                    .toList();
            blocks.add(new ShellBlock(opening + 1, String.join("\n", commands), Directive.of(comment)));
        } else {
            rejectStray(comment, opening);
        }
        return closing;
    }

    private static void rejectStray(String comment, int at) {
        if (!comment.isEmpty()) {
            throw new IllegalArgumentException("line " + (at + 1)
                    + ": a test comment must stand right above a block fenced as sh, got:" + comment);
        }
    }

    /** The blocks of shell commands, in the document's order. */
    List<ShellBlock> blocks() {
        return List.copyOf(blocks);
    }

    /** Commands of ours that the prose quotes and no block holds: nothing would run them. */
    List<String> quotedButNeverRun() {
        return quotedCommands.stream()
                .filter(command ->
                        blocks.stream().noneMatch(block -> block.commands().contains(command)))
                .toList();
    }
}
