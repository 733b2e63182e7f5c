package dzvin.standalone.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A region of Ukraine as the generated stream sees it.
 *
 * @param code ISO 3166-2
 * @param nameUk its name in Ukrainian
 * @param nameRu its name in Russian
 * @param callers how many reports come from it beside the others: pre-war population times the share that a Ukrainian
 *     desk can still hear from
 */
record Oblast(String code, String nameUk, String nameRu, double callers) {
    /** Shares of the regions that are occupied or at the front, as assumed here; the others count whole. */
    private static final Map<String, Double> HEARD =
            Map.of("UA-40", 0.0, "UA-43", 0.0, "UA-09", 0.03, "UA-14", 0.25, "UA-65", 0.4, "UA-23", 0.6, "UA-63", 0.85);

    private static final String FILE = "ukraine-regions.csv";

    /** Every region that reports come from, in the order of the codes. */
    static List<Oblast> all() {
        try (var in = new InputStreamReader(
                        Objects.requireNonNull(Oblast.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8);
                var rows = CsvReader.builder().ofNamedCsvRecord(in)) {
            return rows.stream()
                    .map(Oblast::of)
                    .filter(oblast -> oblast.callers > 0)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the bundled " + FILE, e);
        }
    }

    private static Oblast of(NamedCsvRecord row) {
        var code = row.getField("iso");
        var population = row.getField("population");
        double heard = HEARD.getOrDefault(code, 1.0);
        return new Oblast(
                code,
                row.getField("name_uk"),
                row.getField("name_ru"),
                population.isEmpty() ? 0 : heard * Double.parseDouble(population));
    }

    /** How somebody tells the region: mostly its code from the form, at times its name. */
    String told(Draws draws, String language) {
        if (draws.chance(0.7)) {
            return code;
        }
        return language.equals(Words.RUSSIAN) ? nameRu : nameUk;
    }

    /** Share of the reports that are told in Russian. */
    double russianShare() {
        return switch (code) {
            case "UA-14", "UA-09", "UA-51", "UA-63", "UA-65", "UA-23", "UA-48", "UA-12" -> 0.5;
            case "UA-46", "UA-26", "UA-61", "UA-07", "UA-56", "UA-21", "UA-77" -> 0.06;
            default -> 0.25;
        };
    }
}
