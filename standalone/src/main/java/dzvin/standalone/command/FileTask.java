package dzvin.standalone.command;

import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;

/** Files in few words, other words once one of them has changed. */
final class FileTask {
    private FileTask() {}

    static String of(List<Path> files) {
        var sum = new CRC32C();
        for (Path file : files) {
            try {
                var seen = file.toAbsolutePath() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
                sum.update(seen.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UsageException("cannot read " + file + ": " + e.getMessage(), e);
            }
        }
        var first = files.get(0).getFileName();
        return (files.size() == 1 ? first : first + " and " + (files.size() - 1) + " more") + " ("
                + Long.toHexString(sum.getValue()) + ")";
    }
}
