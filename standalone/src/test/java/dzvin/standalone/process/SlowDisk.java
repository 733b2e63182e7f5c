package dzvin.standalone.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A disk that takes long to say that something is safe on it: each sync waits first. Made by strace, which holds the thread up. */
public final class SlowDisk {
    private static final String SYNCS = "fsync,fdatasync";
    private static final String HELD_UP = "(DELAYED)";

    private final Path folder;
    private final Duration wait;

    private SlowDisk(Path folder, Duration wait) {
        this.folder = folder;
        this.wait = wait;
    }

    /** Aborts the test, and says why, where there can be none. */
    public static SlowDisk of(Path folder, Duration wait) throws IOException, InterruptedException {
        var disk = new SlowDisk(folder, wait);
        var command = new ArrayList<>(disk.surroundings("trial").starter());
        command.addAll(List.of("sync", folder.toString()));
        try {
            var trial = new ProcessBuilder(command).redirectErrorStream(true).start();
            var words = new String(trial.getInputStream().readAllBytes(), UTF_8);
            return trial.waitFor() == 0 && disk.syncs("trial") > 0
                    ? disk
                    : abort("no slow disk can be had here, strace may not trace: " + words);
        } catch (IOException e) {
            return abort("no slow disk can be had here, install strace: " + e.getMessage());
        }
    }

    /** For a process that is known by this name; only system calls that are held up cost it anything. */
    public Surroundings surroundings(String name) {
        return new Surroundings(
                List.of(
                        "strace",
                        "--daemonize", // else it would be strace that a test kills, and not what it has started
                        "--follow-forks",
                        "--seccomp-bpf",
                        "-qq",
                        "--signal=none",
                        "--output-append-mode",
                        "--output=" + record(name),
                        "--trace=" + SYNCS,
                        "--inject=" + SYNCS + ":delay_enter=" + wait.toMillis() + "ms"),
                Map.of());
    }

    /** How often a process has had to wait. */
    public long syncs(String name) throws IOException {
        try (var lines = Files.lines(record(name))) {
            return lines.filter(line -> line.contains(HELD_UP)).count();
        }
    }

    private Path record(String name) {
        return folder.resolve(name + ".syncs");
    }
}
