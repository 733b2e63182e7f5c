package dzvin.ingest.file;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a file or of standard input, unpacked when they are gzip, with how far the reading got. */
final class Source implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final OptionalLong size;
    private final Counted counted;
    private final InputStream content;

    private Source(String name, OptionalLong size, InputStream raw) throws IOException {
        this.name = name;
        this.size = size;
        this.counted = new Counted(raw);
        this.content = unpacked(new BufferedInputStream(counted, BUFFER));
    }

    /** Opens a file; {@code -} is standard input. */
    static Source open(Path file) {
        if (file.toString().equals("-")) {
            return of("standard input", System.in);
        }
        if (Files.isDirectory(file)) {
            throw new UnusableFileException(file + " is a folder: name a file");
        }
        try {
            return new Source(file.toString(), sizeOf(file), bytesOf(file));
        } catch (NoSuchFileException e) {
            throw new UnusableFileException("there is no file " + file, e);
        } catch (AccessDeniedException e) {
            throw new UnusableFileException("no permission to read " + file, e);
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    static Source of(String name, InputStream raw) {
        try {
            return new Source(name, OptionalLong.empty(), raw);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    String name() {
        return name;
    }

    InputStream content() {
        return content;
    }

    /** Bytes taken from the file so far, packed as they are. */
    long bytesRead() {
        return counted.read;
    }

    /** The file's length; unknown for pipes and standard input. */
    OptionalLong totalBytes() {
        return size;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** Of a pipe, too, which has no position that a channel's stream could tell what is left by. */
    private static InputStream bytesOf(Path file) throws IOException {
        return Files.exists(file) && !Files.isRegularFile(file)
                ? new FileInputStream(file.toFile())
                : Files.newInputStream(file);
    }

    private static OptionalLong sizeOf(Path file) throws IOException {
        return Files.isRegularFile(file) ? OptionalLong.of(Files.size(file)) : OptionalLong.empty();
    }

    private static InputStream unpacked(BufferedInputStream packed) throws IOException {
        packed.mark(2);
        boolean gzip = packed.read() == 0x1f && packed.read() == 0x8b;
        packed.reset();
        return gzip ? new GZIPInputStream(packed, BUFFER) : packed;
    }

    /** Says that a gzip source ends too early; a reader tells it wherever it notices. */
    static UnusableFileException damaged(String name, IOException cause) {
        return new UnusableFileException(
                name + " is cut short or damaged: its gzip data do not end as they should; fetch it again", cause);
    }

    private static UnusableFileException unreadable(String name, IOException cause) {
        return cause instanceof EOFException || cause instanceof ZipException
                ? damaged(name, cause)
                : new UnusableFileException("cannot read " + name + ": " + cause.getMessage(), cause);
    }

    private static final class Counted extends FilterInputStream {
        private volatile long read;

        Counted(InputStream raw) {
            super(raw);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            count(Math.max(n, 0));
            return n;
        }

        private void count(int more) {
            long before = read;
            read = before + more;
        }
    }
}
