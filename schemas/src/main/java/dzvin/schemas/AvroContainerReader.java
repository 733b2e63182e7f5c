package dzvin.schemas;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Resolver;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.Decoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads an Avro container file, whoever wrote it and with whichever version of a schema: what it was written with is resolved against
 * ours. For one thread.
 */
public final class AvroContainerReader implements Closeable {
    private final DataFileStream<Object> stream;
    private final Chosen chosen;

    private AvroContainerReader(DataFileStream<Object> stream, Chosen chosen) {
        this.stream = stream;
        this.chosen = chosen;
    }

    /** Reads the file's head. */
    public static AvroContainerReader open(InputStream in) throws UnreadableContainerException {
        var chosen = new Chosen();
        try {
            return new AvroContainerReader(new DataFileStream<>(ContainerInput.of(in), chosen), chosen);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableContainerException("it is no Avro container file, or its head is damaged", e);
        }
    }

    /** Whether its records go by the name of a type, whatever their namespace. */
    public boolean holds(Class<? extends SpecificRecord> type) {
        return stream.getSchema().getType() == Schema.Type.RECORD
                && stream.getSchema().getName().equals(type.getSimpleName());
    }

    /** What its records are called, for messages. */
    public String recordName() {
        return stream.getSchema().getType() == Schema.Type.RECORD
                ? stream.getSchema().getFullName()
                : stream.getSchema().getType().getName();
    }

    /** What its writer noted in its head under a name. */
    public Optional<String> note(String name) {
        return Optional.ofNullable(stream.getMeta(name)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The next record; empty at the end. Every call must ask for the same type. */
    public <T extends SpecificRecord> Optional<T> next(Class<T> type) throws UnreadableContainerException {
        if (chosen.reader == null) {
            chosen.reader = readerOf(type);
        }
        try {
            return stream.hasNext() ? Optional.of(type.cast(stream.next())) : Optional.empty();
        } catch (RuntimeException e) {
            // Avro meets damaged bytes with many unchecked exceptions (bad index, negative size, unknown symbol).
            throw new UnreadableContainerException("it is damaged or cut short", e);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private DatumReader<?> readerOf(Class<? extends SpecificRecord> type) throws UnreadableContainerException {
        var ours = GeneratedSchema.of(type);
        var theirs = stream.getSchema();
        try {
            var difference = Resolver.resolve(theirs, ours);
            if (difference instanceof Resolver.ErrorAction error) {
                throw new UnreadableContainerException(
                        "its schema cannot be read as " + type.getSimpleName() + ": " + error, null);
            }
            return SpecificData.getForClass(type).createDatumReader(theirs, ours);
        } catch (AvroRuntimeException e) {
            throw new UnreadableContainerException("its schema cannot be read as " + type.getSimpleName(), e);
        }
    }

    /** Avro wants a reader before it has read the writer's schema; which one it is turns out afterwards. */
    private static final class Chosen implements DatumReader<Object> {
        private DatumReader<?> reader;

        /** Known by then. */
        @Override
        public void setSchema(Schema writers) {}

        @Override
        public Object read(Object reuse, Decoder in) throws IOException {
            return reader.read(null, in);
        }
    }
}
