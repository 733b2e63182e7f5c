package dzvin.bench.throughput;

import java.util.Locale;

/** What a stream of reports is like. */
enum Shape {
    UNIFORM("numbers, regions and features drawn evenly"),
    ZIPF("few numbers call most: Zipf's law with exponent 1.1"),
    ONE_REGION("nine of ten reports come from one region"),
    FRESH("every number calls once"),
    FTC("the FTC's complaints of 2021-07-07, day after day");

    private final String words;

    Shape(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Name of its topics' prefix. */
    String prefix() {
        return "bench-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
