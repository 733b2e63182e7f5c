package dzvin.standalone.archive;

import dzvin.standalone.failure.CannotRunException;
import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A folder with a file for each day and the list of their checksums. Replacing the list is the one step that makes a day part of the
 * archive, or a grown day take the place of its former self: killed at any moment, the folder is as it was before or after that step.
 */
public final class ArchiveFolder {
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;
    private SortedMap<DayFile, String> sums;
    private FileChannel lock;

    private ArchiveFolder(Path folder) {
        this.folder = folder;
        this.sums = Checksums.read(folder);
    }

    /** Whether a path is an archive. */
    public static boolean isOne(Path path) {
        return Files.isRegularFile(path.resolve(Checksums.FILE));
    }

    /** An archive that is there. */
    public static ArchiveFolder open(Path path) {
        if (!Files.isDirectory(path)) {
            throw new UsageException("there is no folder " + path);
        }
        if (!isOne(path)) {
            throw new UsageException(path + " is no archive: it has no " + Checksums.FILE);
        }
        return new ArchiveFolder(path);
    }

    /** An archive that is there, or the beginning of one. */
    static ArchiveFolder openOrMake(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UsageException("cannot make the folder " + path, e);
        }
        return new ArchiveFolder(path);
    }

    /** Files in the order of their days. */
    List<DayFile> files() {
        return List.copyOf(sums.keySet());
    }

    Optional<DayFile> file(LocalDate day) {
        return sums.keySet().stream().filter(file -> file.day().equals(day)).findFirst();
    }

    Path path(DayFile file) {
        return folder.resolve(file.name());
    }

    /** Finds out whether a file is what was archived. */
    void verify(DayFile file) {
        var path = path(file);
        try {
            if (!Checksums.of(path).equals(sums.get(file))) {
                throw new UsageException(path + " is damaged: it is not what its checksum in " + Checksums.FILE
                        + " stands for; fetch it again from where it was kept");
            }
        } catch (NoSuchFileException e) {
            throw new UsageException(
                    "the archive " + folder + " is incomplete: " + file.name() + " is missing, which " + Checksums.FILE
                            + " names",
                    e);
        } catch (IOException e) {
            throw new UsageException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /** Keeps others from writing until the end, and removes what a killed run left behind: files that the list does not name. */
    void begin() {
        try {
            lock = FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(lock)) {
                lock.close();
                throw new UsageException("another dzvin archive is at work in " + folder);
            }
        } catch (IOException e) {
            throw new UsageException("cannot write to the folder " + folder + ": " + e.getMessage(), e);
        }
        sums = Checksums.read(folder);
        sweep();
    }

    /** Others may write. */
    void end() {
        try {
            lock.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void sweep() {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                var name = file.getFileName().toString();
                boolean forgotten = DayFile.named(name)
                        .filter(day -> !sums.containsKey(day))
                        .isPresent();
                if (forgotten || name.endsWith(UNFINISHED)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Where a file is written until it is whole. */
    Path unfinished(DayFile file) {
        return folder.resolve("." + file.name() + UNFINISHED);
    }

    /** Makes a whole file, on disk under its unfinished name, part of the archive. */
    void add(DayFile file, String checksum) {
        var next = new TreeMap<>(sums);
        var before = file(file.day());
        before.ifPresent(next::remove);
        next.put(file, checksum);
        try {
            Files.move(unfinished(file), path(file), StandardCopyOption.ATOMIC_MOVE);
            force(folder);
            write(next);
            sums = next;
            if (before.isPresent()) {
                Files.deleteIfExists(path(before.get()));
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void write(SortedMap<DayFile, String> next) throws IOException {
        var list = folder.resolve("." + Checksums.FILE + UNFINISHED);
        Files.write(list, Checksums.text(next).getBytes(StandardCharsets.UTF_8));
        force(list);
        Files.move(list, folder.resolve(Checksums.FILE), StandardCopyOption.ATOMIC_MOVE);
        force(folder);
    }

    /** On disk, not only in the operating system's memory. Folders cannot be forced everywhere; where they cannot, they need not be. */
    static void force(Path path) throws IOException {
        boolean isFolder = Files.isDirectory(path);
        try (var channel = FileChannel.open(path, isFolder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            if (!isFolder) {
                throw e;
            }
        }
    }

    private CannotRunException failed(IOException problem) {
        return new CannotRunException(
                "cannot write the archive " + folder + ": " + problem.getMessage()
                        + "; what it held before is untouched",
                problem);
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
