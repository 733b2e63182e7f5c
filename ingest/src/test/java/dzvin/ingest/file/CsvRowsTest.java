package dzvin.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Lines without quotes take a shorter way than those with: what they say must not depend on it. */
class CsvRowsTest {
    private static final String SEED = "20250627";

    @Property(seed = SEED)
    void cellsAreTheSameWithQuotesAndWithout(@ForAll("cells") List<String> cells) {
        var plain = String.join(",", cells);
        var quoted = "\"" + String.join("\",\"", cells) + "\"";

        assertThat(read(plain, cells.size())).isEqualTo(cells).isEqualTo(read(quoted, cells.size()));
    }

    @Provide
    Arbitrary<List<String>> cells() {
        var cell = Arbitraries.strings()
                .withChars("abcАЇ 09;'|\t-+().")
                .ofMinLength(1)
                .ofMaxLength(12);
        return cell.list()
                .ofMinSize(2)
                .ofMaxSize(9)
                .filter(cells -> !String.join("", cells).isBlank());
    }

    private static List<String> read(String line, int columns) {
        var source = Source.of("a test", new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
        var names = IntStream.range(0, columns).mapToObj(column -> "c" + column).toList();
        var row = new CsvRows(new Lines(source, StandardCharsets.UTF_8), ',', names)
                .next()
                .orElseThrow();
        var read = new ArrayList<String>();
        names.forEach(name -> read.addAll(((Row.Whole) row).cells().under(name)));
        return read;
    }
}
