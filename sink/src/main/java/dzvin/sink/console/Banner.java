package dzvin.sink.console;

/**
 * A sentence across the top of the console, in both languages: that the data are generated, or a replay.
 *
 * @param uk Ukrainian, empty for none
 * @param en English, empty for none
 */
public record Banner(String uk, String en) {
    public static final Banner NONE = new Banner("", "");

    public Banner {
        if (uk.isBlank() != en.isBlank()) {
            throw new IllegalArgumentException("sink.banner must be set in both languages or in neither");
        }
    }
}
