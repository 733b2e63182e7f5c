package dzvin.standalone.registry;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * Answers what Confluent's server answers. One request at a time: each first learns what the log has gained, a write
 * then adds to the log and learns that too. Requests are rare, for every client remembers the answers.
 */
final class Registrar {
    private final SchemaLog log;
    private final Catalogue catalogue = new Catalogue();

    Registrar(SchemaLog log) {
        this.log = log;
    }

    synchronized <T> T read(Function<Catalogue, T> question) {
        log.catchUp(catalogue::apply);
        return question.apply(catalogue);
    }

    /** The id of the schema under the subject, registered now if it is new and compatible. */
    synchronized int register(String subject, String text) {
        var schema = parse(text);
        log.catchUp(catalogue::apply);
        var same = find(subject, schema, false);
        if (same.isPresent()) {
            return same.get().id();
        }
        requireWritable(subject);
        var objections = level(subject).objections(schema, catalogue.versions(subject, false));
        if (!objections.isEmpty()) {
            throw new RegistryException(
                    409,
                    "Schema being registered is incompatible with an earlier schema for subject \"" + subject + "\", "
                            + "details: " + objections + ", compatibility: " + level(subject));
        }
        int id = catalogue.idOf(schema.toString()).orElseGet(catalogue::nextId);
        write(LogEntry.schema(new StoredSchema(subject, catalogue.nextVersion(subject), id, schema.toString(), false)));
        return id;
    }

    /** Where the schema is registered under the subject. */
    synchronized StoredSchema lookUp(String subject, String text, boolean deletedToo) {
        var schema = parse(text);
        log.catchUp(catalogue::apply);
        if (catalogue.versions(subject, deletedToo).isEmpty()) {
            throw RegistryException.noSubject(subject);
        }
        return find(subject, schema, deletedToo).orElseThrow(RegistryException::noSchema);
    }

    /** What speaks against the schema as the next one, compared with one version or, unnamed, as registering it would. */
    synchronized List<String> objections(String subject, String text, Optional<String> version) {
        var schema = parse(text);
        log.catchUp(catalogue::apply);
        var versions = catalogue.versions(subject, false);
        var compared = version.map(name -> List.of(Versions.pick(versions, subject, name)))
                .orElse(versions);
        return level(subject).objections(schema, compared);
    }

    /** The versions that are gone now. For good: they must have been deleted before. */
    synchronized List<Integer> deleteSubject(String subject, boolean forGood) {
        log.catchUp(catalogue::apply);
        requireWritable(subject);
        if (forGood) {
            return eraseSubject(subject);
        }
        var versions = catalogue.versions(subject, false);
        if (versions.isEmpty()) {
            throw catalogue.versions(subject, true).isEmpty()
                    ? RegistryException.noSubject(subject)
                    : new RegistryException(
                            40404,
                            "Subject '" + subject + "' was soft deleted. Set permanent=true to delete permanently");
        }
        write(LogEntry.subjectDeleted(subject, versions.get(versions.size() - 1).version()));
        return versions.stream().map(StoredSchema::version).toList();
    }

    synchronized int deleteVersion(String subject, String name, boolean forGood) {
        log.catchUp(catalogue::apply);
        requireWritable(subject);
        var version = Versions.pick(catalogue.versions(subject, forGood), subject, name);
        if (!forGood) {
            write(LogEntry.schema(version.asDeleted()));
        } else if (version.deleted()) {
            write(LogEntry.schemaGone(version));
        } else {
            throw new RegistryException(
                    40407,
                    "Subject '" + subject + "' Version " + version.version()
                            + " was not deleted first before being permanently deleted");
        }
        return version.version();
    }

    synchronized void write(LogEntry entry) {
        log.append(entry);
        log.catchUp(catalogue::apply);
    }

    private List<Integer> eraseSubject(String subject) {
        var versions = catalogue.versions(subject, true);
        if (versions.isEmpty()) {
            throw RegistryException.noSubject(subject);
        }
        if (!catalogue.versions(subject, false).isEmpty()) {
            throw new RegistryException(
                    40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
        }
        versions.forEach(version -> write(LogEntry.schemaGone(version)));
        return versions.stream().map(StoredSchema::version).toList();
    }

    private Optional<StoredSchema> find(String subject, Schema schema, boolean deletedToo) {
        var text = schema.toString();
        return catalogue.versions(subject, deletedToo).stream()
                .filter(stored -> stored.schema().equals(text)
                        || new Schema.Parser().parse(stored.schema()).toString().equals(text))
                .reduce((earlier, later) -> later);
    }

    private Compatibility level(String subject) {
        return catalogue
                .level(Optional.of(subject))
                .or(() -> catalogue.level(Optional.empty()))
                .flatMap(Compatibility::named)
                .orElse(Compatibility.FULL_TRANSITIVE);
    }

    private void requireWritable(String subject) {
        var mode = catalogue.mode(Optional.of(subject)).or(() -> catalogue.mode(Optional.empty()));
        if (mode.filter("READONLY"::equals).isPresent()) {
            throw new RegistryException(42205, "Subject " + subject + " is in read-only mode");
        }
    }

    private static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (SchemaParseException e) {
            throw RegistryException.invalidSchema(String.valueOf(e.getMessage()));
        }
    }
}
