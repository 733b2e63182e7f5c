package dzvin.standalone.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** What a new version of a schema must agree with: Confluent's levels, decided by Avro's own rules. */
enum Compatibility {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean newReadsOld;
    private final boolean oldReadsNew;
    private final boolean transitive;

    Compatibility(boolean newReadsOld, boolean oldReadsNew, boolean transitive) {
        this.newReadsOld = newReadsOld;
        this.oldReadsNew = oldReadsNew;
        this.transitive = transitive;
    }

    static Optional<Compatibility> named(String name) {
        for (var level : values()) {
            if (level.name().equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /** What keeps a schema from being the next after these, oldest first; empty: nothing does. */
    List<String> objections(Schema next, List<StoredSchema> earlier) {
        var compared = transitive || earlier.isEmpty() ? earlier : earlier.subList(earlier.size() - 1, earlier.size());
        var objections = new ArrayList<String>();
        for (StoredSchema stored : compared) {
            var old = new Schema.Parser().parse(stored.schema());
            if (newReadsOld) {
                object(next, old, "the new schema cannot read version " + stored.version(), objections);
            }
            if (oldReadsNew) {
                object(old, next, "version " + stored.version() + " cannot read the new schema", objections);
            }
        }
        return objections;
    }

    private static void object(Schema reader, Schema writer, String sentence, List<String> objections) {
        var pair = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (pair.getType() == SchemaCompatibilityType.COMPATIBLE) {
            return;
        }
        for (var problem : pair.getResult().getIncompatibilities()) {
            objections.add(
                    sentence + ": " + problem.getType() + " at " + problem.getLocation() + ", " + problem.getMessage());
        }
    }
}
