package dzvin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Leaves each subject's schema as one file in {@code target/published}: a release copies that folder. */
class PublishedSchemasTest {
    private static final Path PUBLISHED = Path.of("target/published");

    static List<Schema> today() {
        return List.copyOf(PublishedSchemas.today().values());
    }

    @ParameterizedTest
    @MethodSource("today")
    void aSchemaStandsAloneInItsFile(Schema schema) throws Exception {
        Files.createDirectories(PUBLISHED);
        var file = PUBLISHED.resolve(fileName(schema));

        Files.writeString(file, schema.toString(true) + "\n");

        assertThat(PublishedSchemas.parse(file)).isEqualTo(schema);
    }

    @ParameterizedTest
    @MethodSource("today")
    void everyTypeAndEveryFieldSaysWhatItMeans(Schema schema) {
        var silent = new ArrayList<String>();

        collectSilent(schema, silent, new HashSet<>());

        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("today")
    void everyEnumHasADefaultForSymbolsOfTheFuture(Schema schema) {
        assertThat(typesWithin(schema))
                .filteredOn(type -> type.getType() == Schema.Type.ENUM)
                .allSatisfy(type -> assertThat(type.getEnumDefault()).isEqualTo("UNKNOWN"));
    }

    @Test
    void aFieldWithoutWordsIsFound() {
        var silent = new ArrayList<String>();

        collectSilent(
                new Schema.Parser()
                        .parse("{\"type\":\"record\",\"name\":\"R\",\"doc\":\"D.\",\"fields\":"
                                + "[{\"name\":\"x\",\"type\":\"int\"}]}"),
                silent,
                new HashSet<>());

        assertThat(silent).containsExactly("R.x");
    }

    private static String fileName(Schema schema) {
        return schema.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + ".avsc";
    }

    private static void collectSilent(Schema schema, List<String> silent, Set<Schema> met) {
        for (var type : typesWithin(schema)) {
            if (met.add(type) && isBlank(type.getDoc())) {
                silent.add(type.getName());
            }
            if (type.getType() == Schema.Type.RECORD) {
                type.getFields().stream()
                        .filter(field -> isBlank(field.doc()))
                        .forEach(field -> silent.add(type.getName() + "." + field.name()));
            }
        }
    }

    private static boolean isBlank(String words) {
        return words == null || words.isBlank();
    }

    /** Records and enums, the outermost first. */
    private static List<Schema> typesWithin(Schema schema) {
        var types = new ArrayList<Schema>();
        switch (schema.getType()) {
            case RECORD -> {
                types.add(schema);
                schema.getFields().forEach(field -> types.addAll(typesWithin(field.schema())));
            }
            case ENUM -> types.add(schema);
            case ARRAY -> types.addAll(typesWithin(schema.getElementType()));
            case UNION -> schema.getTypes().forEach(branch -> types.addAll(typesWithin(branch)));
            default -> {
                // Primitive types have no words of their own.
            }
        }
        return types;
    }
}
