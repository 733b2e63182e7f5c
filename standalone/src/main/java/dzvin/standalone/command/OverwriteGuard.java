package dzvin.standalone.command;

import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Keeps what a command writes from taking the place of what it reads. */
final class OverwriteGuard {
    private OverwriteGuard() {}

    /**
     * @param out is written
     * @param read files, and folders for the files in them; those that do not exist are somebody else's to tell
     */
    static void require(Path out, Collection<Path> read) {
        if (!Files.isRegularFile(out)) {
            return;
        }
        try {
            var place = out.toRealPath();
            for (Path path : read) {
                if (Files.exists(path)
                        && (Files.isSameFile(path, place) || Files.isSameFile(path, place.getParent()))) {
                    throw new UsageException("--out " + out + " would overwrite what is read: name another file");
                }
            }
        } catch (IOException e) {
            throw new UsageException("cannot read " + out + ": " + e.getMessage(), e);
        }
    }
}
