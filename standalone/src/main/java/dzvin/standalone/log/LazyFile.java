package dzvin.standalone.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file that is made when there is something to write: a command that had nothing to say leaves nothing behind. */
final class LazyFile extends OutputStream {
    private final Path file;
    private Optional<OutputStream> opened = Optional.empty();

    LazyFile(Path file) {
        this.file = file;
    }

    @Override
    public void write(int octet) throws IOException {
        opened().write(octet);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        opened().write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        if (opened.isPresent()) {
            opened.get().flush();
        }
    }

    @Override
    public void close() throws IOException {
        if (opened.isPresent()) {
            opened.get().close();
        }
    }

    private OutputStream opened() throws IOException {
        if (opened.isEmpty()) {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            opened = Optional.of(Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        }
        return opened.get();
    }
}
