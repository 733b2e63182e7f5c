package dzvin.standalone.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file system of a few hundred MiB on a folder, in memory. Only a process of its own and those that are started by it see it, so no
 * rights are needed where Linux lets a user have name spaces, and nothing is left of it when it is closed.
 */
public final class SmallDisk implements AutoCloseable {
    private static final String MOUNT_AND_WAIT =
            "mount -t tmpfs -o size=$1 tmpfs \"$2\" && echo mounted && exec cat >/dev/null";
    private static final byte[] MEBIBYTE = new byte[1 << 20];

    private final Path folder;
    private final Process holder;

    private SmallDisk(Path folder, Process holder) {
        this.folder = folder;
        this.holder = holder;
    }

    /** Aborts the test, and says why, where there can be none. */
    public static SmallDisk of(int mebibytes, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var holder = start(
                folder,
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                MOUNT_AND_WAIT,
                "sh",
                mebibytes + "m");
        if (!"mounted".equals(holder.inputReader(UTF_8).readLine())) {
            holder.waitFor();
            abort("no small disk can be had here: "
                    + holder.errorReader(UTF_8).lines().collect(Collectors.joining(" ")));
        }
        return new SmallDisk(folder, holder);
    }

    private static Process start(Path folder, String... command) {
        try {
            return new ProcessBuilder(Stream.concat(Stream.of(command), Stream.of(folder.toString()))
                            .toList())
                    .directory(folder.getParent().toFile())
                    .start();
        } catch (IOException e) {
            return abort("no small disk can be had here: " + e.getMessage());
        }
    }

    /** What a command starts with that is to see the disk. */
    public List<String> starter() {
        return List.of(
                "nsenter",
                "--target",
                Long.toString(holder.pid()),
                "--user",
                "--preserve-credentials",
                "--mount",
                "--wd");
    }

    /** Writes until the file system takes no more; once more, should anything have been deleted since. */
    public void fill() throws IOException {
        try (var filler = Files.newOutputStream(filler(), CREATE, APPEND)) {
            while (true) {
                filler.write(MEBIBYTE);
            }
        } catch (IOException e) {
            if (!"No space left on device".equals(e.getMessage())) {
                throw e;
            }
        }
    }

    /** Takes away what filled it. */
    public void makeRoom() throws IOException {
        Files.delete(filler());
    }

    /** The folder as those in the name space see it. */
    public Path seen() {
        return Path.of("/proc/" + holder.pid() + "/root" + folder);
    }

    @Override
    public void close() throws IOException {
        holder.getOutputStream().close();
        holder.onExit().join();
    }

    private Path filler() {
        return seen().resolve("filler");
    }
}
