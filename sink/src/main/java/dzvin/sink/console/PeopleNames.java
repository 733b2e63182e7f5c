package dzvin.sink.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dzvin.schemas.FeatureLabels;
import dzvin.schemas.RegionNames;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** The names of features and regions in both languages, as the page asks for them. */
final class PeopleNames {
    private PeopleNames() {}

    static byte[] json() {
        var features = FeatureLabels.shipped();
        var regions = RegionNames.shipped();
        var regionCodes = Stream.of("UA", "US")
                .flatMap(country -> regions.ofCountry(country).stream())
                .toList();
        var names = JsonNodeFactory.instance.objectNode();
        names.set("features", byCode(features.codes(), features::label));
        names.set("regions", byCode(regionCodes, regions::name));
        return names.toString().getBytes(UTF_8);
    }

    private static ObjectNode byCode(List<String> codes, BinaryOperator<String> name) {
        var node = JsonNodeFactory.instance.objectNode();
        for (var code : codes) {
            node.putObject(code).put("uk", name.apply(code, "uk")).put("en", name.apply(code, "en"));
        }
        return node;
    }
}
