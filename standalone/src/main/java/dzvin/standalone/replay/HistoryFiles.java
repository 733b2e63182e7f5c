package dzvin.standalone.replay;

import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the files of a history: those named, and those in a named folder in the order of their names. */
final class HistoryFiles {
    private static final String STANDARD_INPUT = "-";

    private HistoryFiles() {}

    static List<Path> of(List<Path> named) {
        var files = new ArrayList<Path>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                files.addAll(inFolder(path));
            } else if (path.toString().equals(STANDARD_INPUT) || Files.exists(path)) {
                files.add(path);
            } else {
                throw new UsageException("there is no file " + path);
            }
        }
        return files;
    }

    private static List<Path> inFolder(Path folder) {
        try (var children = Files.list(folder)) {
            var files = children.filter(Files::isRegularFile)
                    .filter(HistoryFiles::holdsReports)
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new UsageException("there is no file in the folder " + folder);
            }
            return files;
        } catch (IOException e) {
            throw new UsageException("cannot read the folder " + folder, e);
        }
    }

    /** Not what is hidden, nor what an import or an archive puts beside the files. */
    private static boolean holdsReports(Path file) {
        var name = file.getFileName().toString();
        return !name.startsWith(".")
                && !name.endsWith(".rejected.csv")
                && !name.endsWith(".sha256")
                && !name.equals("SHA256SUMS");
    }
}
