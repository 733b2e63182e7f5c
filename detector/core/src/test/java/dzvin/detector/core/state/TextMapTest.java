package dzvin.detector.core.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** It answers as a map of the JDK does, whatever is put in and taken out. */
class TextMapTest {
    @Property(tries = 300, seed = "20250627")
    void itHoldsWhatAHashMapHolds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int texts) {
        var random = new Random(seed);
        var plain = new HashMap<String, Integer>();
        var flat = new TextMap<Integer>();
        for (int i = 0; i < 1_000; i++) {
            var text = text(random.nextInt(texts));
            switch (random.nextInt(3)) {
                case 0 -> assertThat(flat.remove(text)).isEqualTo(plain.remove(text));
                case 1 -> assertThat(flat.put(text, i)).isEqualTo(plain.put(text, i));
                default -> assertThat(flat.get(text)).isEqualTo(plain.get(text));
            }
        }

        assertThat(flat.size()).isEqualTo(plain.size());
        assertThat(contents(flat)).isEqualTo(plain);
    }

    @Property(tries = 50, seed = "20250627")
    void textsOfOneHashAreToldApart(@ForAll long seed) {
        var random = new Random(seed);
        var plain = new HashMap<String, Integer>();
        var flat = new TextMap<Integer>();
        for (int i = 0; i < 200; i++) {
            var text = sameHash(random.nextInt(16));
            if (random.nextBoolean()) {
                assertThat(flat.put(text, i)).isEqualTo(plain.put(text, i));
            } else {
                assertThat(flat.remove(text)).isEqualTo(plain.remove(text));
            }
        }

        assertThat(contents(flat)).isEqualTo(plain);
    }

    private static String text(int number) {
        return "number=+1202555" + (1_000 + number);
    }

    /** {@code Aa} and {@code BB} have the same hash, hence all words of four such syllables. */
    private static String sameHash(int number) {
        var text = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            text.append((number >> i & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }

    private static Map<String, Integer> contents(TextMap<Integer> flat) {
        var contents = new HashMap<String, Integer>();
        flat.forEach(contents::put);
        return contents;
    }
}
