package dzvin.standalone.readme;

/**
 * A block of shell commands in a document.
 *
 * @param line the line of the document where the block opens, counted from 1
 * @param commands the commands as written, without the indent of the block
 * @param directive what the test does with them
 */
record ShellBlock(int line, String commands, Directive directive) {
    /** A name for the report: where the block is and how it begins. */
    String title() {
        return "line " + line + ": " + commands.lines().findFirst().orElse("(empty)");
    }
}
