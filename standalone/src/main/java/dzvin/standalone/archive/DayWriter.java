package dzvin.standalone.archive;

import dzvin.schemas.AvroContainerWriter;
import dzvin.schemas.avro.ArchivedRecord;
import dzvin.standalone.failure.CannotRunException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;

/** Writes the file of a day under its unfinished name. */
final class DayWriter implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final DigestOutputStream digested;
    private final AvroContainerWriter<ArchivedRecord> records;

    DayWriter(Path path, Origin origin) {
        this.path = path;
        try {
            this.digested = new DigestOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(path), BUFFER), Checksums.sha256());
            this.records = AvroContainerWriter.create(ArchivedRecord.class, digested, origin.notes());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void append(ArchivedRecord record) {
        try {
            records.append(record);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The file is whole and on disk when this returns, with its checksum. */
    String finish() {
        try {
            records.close();
            ArchiveFolder.force(path);
            return Checksums.hex(digested);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** What was not finished is gone. */
    @Override
    public void close() {
        try {
            records.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private CannotRunException failed(IOException problem) {
        return new CannotRunException("cannot write " + path + ": " + problem.getMessage(), problem);
    }
}
