package dzvin.ingest.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import dzvin.ingest.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file of rejected rows: line number, reason, field and what to do. The rows themselves are not copied, for they may hold a
 * reporter's contact; the line number finds them in the user's own file. Where nothing was rejected, no file is left.
 */
public final class RejectedRows implements AutoCloseable {
    private final Path file;
    private final CsvWriter writer;
    private boolean any;

    private RejectedRows(Path file, CsvWriter writer) {
        this.file = file;
        this.writer = writer;
    }

    /** Starts the file anew. */
    public static RejectedRows to(Path file) {
        try {
            var writer = CsvWriter.builder().build(file);
            writer.writeRecord("line", "reason", "field", "detail");
            return new RejectedRows(file, writer);
        } catch (IOException e) {
            throw new UnusableFileException(
                    "cannot write the file of rejected rows " + file + ": name another with --rejects", e);
        }
    }

    /** Where rejected rows of a file go if the user names no place: beside it, or here for standard input. */
    public static Path beside(Path reports) {
        return reports.toString().equals("-")
                ? Path.of("stdin.rejected.csv")
                : reports.resolveSibling(reports.getFileName() + ".rejected.csv");
    }

    void add(long line, Rejection rejection) {
        any = true;
        try {
            writer.writeRecord(
                    Long.toString(line), rejection.reason().toString(), rejection.field(), rejection.detail());
        } catch (UncheckedIOException e) {
            throw failed(e.getCause());
        }
    }

    @Override
    public void close() {
        try {
            writer.close();
            // A device or a pipe that the user named is not ours to remove.
            if (!any && Files.isRegularFile(file)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private TargetFailedException failed(IOException problem) {
        return new TargetFailedException(
                "cannot write the file of rejected rows " + file + " (" + problem.getMessage()
                        + "); what was imported so far is kept, run the import again to finish it",
                problem);
    }
}
