package dzvin.schemas;

import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Campaign;
import dzvin.schemas.avro.Feedback;
import dzvin.schemas.avro.RejectedReport;
import dzvin.schemas.avro.Report;
import dzvin.schemas.avro.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;

/** Today's schemas, and those of every release, by the name of the record. */
final class PublishedSchemas {
    private static final Path RELEASED = Path.of("src/main/released");
    private static final List<Class<?>> TYPES =
            List.of(Report.class, RejectedReport.class, Signal.class, Campaign.class, Alert.class, Feedback.class);

    private PublishedSchemas() {}

    static SortedMap<String, Schema> today() {
        var schemas = new TreeMap<String, Schema>();
        for (var type : TYPES) {
            schemas.put(type.getSimpleName(), GeneratedSchema.published(type));
        }
        return schemas;
    }

    static List<Path> releases() {
        return children(RELEASED);
    }

    static SortedMap<String, Schema> of(Path release) {
        var schemas = new TreeMap<String, Schema>();
        for (var file : children(release)) {
            var schema = parse(file);
            schemas.put(schema.getName(), schema);
        }
        return schemas;
    }

    static Schema parse(Path file) {
        try {
            return new Schema.Parser().parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    private static List<Path> children(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list " + folder, e);
        }
    }
}
