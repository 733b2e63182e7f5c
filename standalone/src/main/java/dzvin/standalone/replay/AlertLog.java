package dzvin.standalone.replay;

import dzvin.schemas.avro.Alert;
import dzvin.schemas.json.AlertJson;
import dzvin.standalone.failure.CannotRunException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The final alerts of a replay as lines of JSON: counted, digested and, where a file is named, kept. The digest is the SHA-256 of
 * that file, whether it is written or not.
 */
final class AlertLog implements Consumer<Alert>, AutoCloseable {
    private final Optional<AlertFile> file;
    private final MessageDigest digest = sha256();
    private long alerts;

    AlertLog(Optional<Path> file) {
        this.file = file.map(WholeFile::at);
    }

    private AlertLog(AlertFile file) {
        this.file = Optional.of(file);
    }

    /** The log of a replay that was broken off, with the lines that it has written. */
    static AlertLog goingOn(AlertFile file, Path written) {
        var log = new AlertLog(file);
        try (var lines = Files.newInputStream(written)) {
            var buffer = new byte[1 << 16];
            for (int read = lines.read(buffer); read >= 0; read = lines.read(buffer)) {
                log.digest.update(buffer, 0, read);
                for (int i = 0; i < read; i++) {
                    log.alerts += buffer[i] == '\n' ? 1 : 0;
                }
            }
            return log;
        } catch (IOException e) {
            throw new CannotRunException("cannot read " + written + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void accept(Alert alert) {
        var line = AlertJson.write(alert);
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        file.ifPresent(open -> open.line(line));
        alerts++;
    }

    long alerts() {
        return alerts;
    }

    /** No alert comes any more: puts the file into its place and tells the digest, {@code sha256:} and hexadecimal digits. */
    String finish() {
        file.ifPresent(AlertFile::keep);
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        file.ifPresent(AlertFile::close);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
