package dzvin.standalone.kafka;

import dzvin.standalone.failure.CannotRunException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The room on the disk that a folder is on. It is asked for before a start and watched while data grow, for Kafka, RocksDB and
 * files that are mapped into memory meet a full disk each in its own ugly way. What is held in reserve lets everything close in
 * order. A folder need not exist yet. Quotas are not seen; whoever runs into one is told by {@link GivingUp}.
 */
public record DiskRoom(Path folder, String elsewhere) {
    /** More than goes to disk between two looks, and enough for the last words of broker and stores. */
    static final long RESERVE = 32L << 20;

    /** RocksDB and the compressors unpack their libraries among the temporary files when they are first used: 16 MiB. */
    private static final long FOR_LIBRARIES = 24L << 20;

    /** Room for data. */
    public DiskRoom(Path folder) {
        this(folder, "choose another place with data.dir");
    }

    /** Refuses a start where there is no room for the libraries that are unpacked among the temporary files. */
    public static void requireForLibraries() {
        var folder = Path.of(System.getProperty("java.io.tmpdir"));
        var elsewhere = "choose another place for temporary files with DZVIN_JAVA_OPTS=-Djava.io.tmpdir=FOLDER";
        if (!Files.isWritable(folder)) {
            throw new CannotRunException(
                    "the folder " + folder + " is not writable, and libraries must be unpacked there; " + elsewhere);
        }
        new DiskRoom(folder, elsewhere).require(FOR_LIBRARIES);
    }

    /** Refuses a start where there is obviously too little. */
    public void require(long bytes) {
        long free = free();
        if (free < bytes) {
            throw new CannotRunException(
                    "not enough room on the disk: " + inMebibytes(free) + " are free for the folder "
                            + folder + ", and at least " + inMebibytes(bytes)
                            + " are needed; make room, or " + elsewhere);
        }
    }

    /** Whether nothing but the reserve is left, or not even that. */
    public boolean isUsedUp() {
        return free() < RESERVE;
    }

    /** Refuses to go on where only the reserve is left. */
    public void requireReserve() {
        if (isUsedUp()) {
            throw new CannotRunException(full());
        }
    }

    /** What to say when nothing more can be written. */
    String full() {
        return "the disk is full: " + inMebibytes(free()) + " are left for the folder " + folder + ", and at least "
                + inMebibytes(RESERVE)
                + " must stay free; make room and start again, what was acknowledged is kept";
    }

    /** Not by {@code FileStore}, which needs a line for the folder in the table of mounts, and there is none in some containers. */
    private long free() {
        return nearestThatExists().toFile().getUsableSpace();
    }

    private Path nearestThatExists() {
        var nearest = folder.toAbsolutePath().normalize();
        while (!Files.exists(nearest) && nearest.getParent() != null) {
            nearest = nearest.getParent();
        }
        return nearest;
    }

    private static String inMebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
