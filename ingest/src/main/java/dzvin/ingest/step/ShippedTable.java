package dzvin.ingest.step;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** A comma-separated table that comes with this package: no quotes, one header line. */
final class ShippedTable {
    private ShippedTable() {}

    /** Its rows, without the header. */
    static List<List<String>> rows(String name) {
        try (InputStream in = Objects.requireNonNull(ShippedTable.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the shipped " + name, e);
        }
    }
}
