package dzvin.standalone.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dzvin.schemas.Secret;
import dzvin.standalone.failure.Reasons;
import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key of an installation that was given none: made once, readable by its owner alone, and kept beside the data. Without
 * it the pseudonyms in the data could not be told apart from those of tomorrow's reports.
 */
final class PseudonymKeyFile {
    private static final String NAME = "pseudonym-key";
    private static final int RANDOM_BYTES = 32;

    private final Path folder;

    PseudonymKeyFile(Path folder) {
        this.folder = folder;
    }

    Secret readOrMake() {
        var file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            make(file);
        }
        return new Secret(SecretFiles.secret(file));
    }

    /** Whole or not at all; where two processes make one at a time, the first one's stays. */
    private void make(Path file) {
        try {
            Files.createDirectories(folder);
            var draft = Files.createTempFile(folder, NAME, ".draft", ownerOnly(folder));
            try {
                Files.writeString(draft, random() + "\n", UTF_8);
                if (!Files.exists(file)) {
                    Files.move(draft, file, ATOMIC_MOVE);
                }
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UsageException(
                    "cannot keep a pseudonym key in " + folder + " (" + Reasons.of(e)
                            + "): choose another folder with data.dir",
                    e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
