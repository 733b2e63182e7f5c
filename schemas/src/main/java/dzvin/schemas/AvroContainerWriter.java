package dzvin.schemas;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Writes a compressed Avro container file of one type, which any Avro reader reads. For one thread. */
public final class AvroContainerWriter<T extends SpecificRecord> implements Closeable {
    private static final int BLOCK = 256 * 1024;

    private final DataFileWriter<T> file;

    private AvroContainerWriter(DataFileWriter<T> file) {
        this.file = file;
    }

    /**
     * Writes the file's head.
     *
     * @param notes kept in it, by name
     */
    @SuppressWarnings("unchecked") // SpecificData makes writers of any type; this one is of T's schema
    public static <T extends SpecificRecord> AvroContainerWriter<T> create(
            Class<T> type, OutputStream out, Map<String, String> notes) throws IOException {
        var published = GeneratedSchema.published(type);
        var file = new DataFileWriter<>(
                (DatumWriter<T>) SpecificData.getForClass(type).createDatumWriter(published));
        file.setCodec(CodecFactory.deflateCodec(CodecFactory.DEFAULT_DEFLATE_LEVEL));
        file.setSyncInterval(BLOCK);
        notes.forEach(file::setMeta);
        return new AvroContainerWriter<>(file.create(published, out));
    }

    /** Adds a record. */
    public void append(T record) throws IOException {
        file.append(record);
    }

    /** Everything is handed to the output when this returns. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
