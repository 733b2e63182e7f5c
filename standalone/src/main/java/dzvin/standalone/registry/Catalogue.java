package dzvin.standalone.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What the log of schemas adds up to. Changes by log entries only. Not for sharing between threads. */
final class Catalogue {
    static final String DEFAULT_LEVEL = "FULL_TRANSITIVE";
    static final String DEFAULT_MODE = "READWRITE";

    private final Map<String, NavigableMap<Integer, StoredSchema>> subjects = new TreeMap<>();
    private final Map<Optional<String>, String> levels = new HashMap<>();
    private final Map<Optional<String>, String> modes = new HashMap<>();

    /** Never goes down, so that an id is not given twice, not even after its schema was deleted for good. */
    private int highestId;

    void apply(LogEntry entry) {
        switch (entry.type()) {
            case "SCHEMA" -> applySchema(entry);
            case "DELETE_SUBJECT" ->
                entry.value()
                        .ifPresent(value -> deleteUpTo(
                                entry.subject().orElseThrow(),
                                value.path("version").asInt()));
            case "CONFIG" -> set(levels, entry, "compatibilityLevel");
            case "MODE" -> set(modes, entry, "mode");
            default -> {
                // NOOP, CONTEXT and what later servers may add say nothing about schemas.
            }
        }
    }

    int nextId() {
        return highestId + 1;
    }

    /** The names of subjects that have a version, deleted ones only where asked for. */
    List<String> subjects(boolean deletedToo) {
        return subjects.keySet().stream()
                .filter(subject -> !versions(subject, deletedToo).isEmpty())
                .toList();
    }

    /** In the order of versions. */
    List<StoredSchema> versions(String subject, boolean deletedToo) {
        return subjects.getOrDefault(subject, new TreeMap<>()).values().stream()
                .filter(schema -> deletedToo || !schema.deleted())
                .toList();
    }

    /** One past the highest version there is or was. */
    int nextVersion(String subject) {
        var versions = versions(subject, true);
        return versions.isEmpty() ? 1 : versions.get(versions.size() - 1).version() + 1;
    }

    /** Where an id is used, deleted versions included, in the order of subjects. */
    List<StoredSchema> withId(int id) {
        return all().stream().filter(schema -> schema.id() == id).toList();
    }

    /** The id of a schema that is there under any subject: the same text has the same id everywhere. */
    Optional<Integer> idOf(String schema) {
        return all().stream()
                .filter(stored -> stored.schema().equals(schema))
                .map(StoredSchema::id)
                .min(Comparator.naturalOrder());
    }

    /** Every version of every subject. */
    List<StoredSchema> all() {
        return subjects.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .toList();
    }

    Optional<String> level(Optional<String> subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    Optional<String> mode(Optional<String> subject) {
        return Optional.ofNullable(modes.get(subject));
    }

    private void applySchema(LogEntry entry) {
        var subject = entry.subject().orElseThrow();
        var versions = subjects.computeIfAbsent(subject, name -> new TreeMap<>());
        if (entry.value().isEmpty()) {
            versions.remove(entry.version());
            return;
        }
        entry.storedSchema().ifPresent(schema -> {
            versions.put(schema.version(), schema);
            highestId = Math.max(highestId, schema.id());
        });
    }

    private void deleteUpTo(String subject, int version) {
        var versions = subjects.getOrDefault(subject, new TreeMap<>());
        versions.headMap(version, true).replaceAll((number, schema) -> schema.asDeleted());
    }

    private static void set(Map<Optional<String>, String> values, LogEntry entry, String field) {
        var value = entry.value().map(node -> node.path(field).textValue());
        value.ifPresentOrElse(text -> values.put(entry.subject(), text), () -> values.remove(entry.subject()));
    }
}
