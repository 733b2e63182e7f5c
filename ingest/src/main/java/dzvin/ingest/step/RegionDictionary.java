package dzvin.ingest.step;

import dzvin.schemas.RegionNames;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every name that one country's regions go by, in Ukrainian, Russian and English. */
final class RegionDictionary {
    private static final String OBLAST = "oblast";

    /** How people write "region" before or after its name. */
    private static final Set<String> OBLAST_WORDS =
            Set.of("область", "области", "області", "обл", OBLAST, "obl", "region", "province");

    /** What people write before or after a city's name, or around any name; nothing is told apart by them. */
    private static final Set<String> FILLERS =
            Set.of("м", "місто", "г", "город", "гор", "city", "misto", "у", "в", "на", "in", "the", "of", "us", "usa");

    /** Endings of the names' adjectives and their locative and genitive, in which people answer "where?". */
    private static final List<List<String>> ADJECTIVE_CASES = List.of(
            List.of("ська", "ській", "ської"),
            List.of("цька", "цькій", "цької"),
            List.of("ская", "ской"),
            List.of("цкая", "цкой"));

    private final Map<String, String> codes = new HashMap<>();

    private RegionDictionary() {}

    /** The names of a country's regions; empty for a country that Dzvin has no names for. */
    static RegionDictionary of(String country) {
        var dictionary = new RegionDictionary();
        var names = RegionNames.shipped();
        for (String code : names.ofCountry(country)) {
            dictionary.addName(names.name(code, "en"), code);
            dictionary.addName(names.name(code, "uk"), code);
            dictionary.addName(code.substring(code.indexOf('-') + 1), code);
        }
        if (country.equals("UA")) {
            ShippedTable.rows("ukraine-regions.csv").forEach(row -> dictionary.addUkrainian(row.subList(0, 4)));
        }
        for (List<String> row : ShippedTable.rows("region-aliases.csv")) {
            if (row.get(0).startsWith(country + "-")) {
                List.of(row.get(1).split(";")).forEach(alias -> dictionary.addName(alias, row.get(0)));
            }
        }
        return dictionary;
    }

    /** The code of the region that goes by this name. */
    Optional<String> code(String name) {
        var key = key(name);
        return Optional.ofNullable(codes.get(key))
                .or(() -> Optional.ofNullable(codes.get(without(OBLAST, key))))
                .or(() -> Optional.ofNullable(codes.get(key.replace(" ", ""))));
    }

    private void addUkrainian(List<String> row) {
        var code = row.get(0);
        row.subList(1, row.size()).forEach(name -> addName(name, code));
        for (String name : List.of(row.get(1), row.get(3))) {
            var adjective = without(OBLAST, key(name));
            for (List<String> cases : ADJECTIVE_CASES) {
                var stem = adjective.endsWith(cases.get(0))
                        ? adjective.substring(
                                0, adjective.length() - cases.get(0).length())
                        : "";
                cases.stream().filter(ending -> !stem.isEmpty()).forEach(ending -> addName(stem + ending, code));
            }
        }
    }

    private void addName(String name, String code) {
        codes.putIfAbsent(key(name), code);
    }

    private static String key(String name) {
        var key = new StringBuilder();
        for (String word : Texts.key(name).split(" ")) {
            if (!FILLERS.contains(word)) {
                key.append(key.length() == 0 ? "" : " ").append(OBLAST_WORDS.contains(word) ? OBLAST : word);
            }
        }
        return key.toString();
    }

    private static String without(String word, String key) {
        return String.join(
                " ",
                Arrays.stream(key.split(" ")).filter(part -> !part.equals(word)).toList());
    }
}
