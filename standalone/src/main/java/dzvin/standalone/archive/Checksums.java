package dzvin.standalone.archive;

import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The list of an archive's files with their SHA-256, as {@code sha256sum -c} reads it: what it does not name is no part of the archive. */
final class Checksums {
    static final String FILE = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");
    private static final int BUFFER = 1 << 16;

    private Checksums() {}

    /** Checksum by file, in the order of days; empty if there is no list. */
    static SortedMap<DayFile, String> read(Path folder) {
        var list = folder.resolve(FILE);
        var sums = new TreeMap<DayFile, String>();
        if (!Files.exists(list)) {
            return sums;
        }
        try {
            int number = 0;
            for (String line : Files.readAllLines(list)) {
                number++;
                var match = LINE.matcher(line);
                var file = match.matches() ? DayFile.named(match.group(2)) : java.util.Optional.<DayFile>empty();
                sums.put(file.orElseThrow(damaged(list, number)), match.group(1));
            }
            return sums;
        } catch (MalformedInputException e) {
            throw new UsageException(list + " is no list of checksums of an archive", e);
        } catch (IOException e) {
            throw new UsageException("cannot read " + list + ": " + e.getMessage(), e);
        }
    }

    static String text(SortedMap<DayFile, String> sums) {
        return sums.entrySet().stream()
                .map(sum -> sum.getValue() + "  " + sum.getKey().name() + "\n")
                .collect(Collectors.joining());
    }

    static String of(Path file) throws IOException {
        var digest = sha256();
        var buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return hex(digest);
    }

    static String hex(DigestOutputStream written) {
        return hex(written.getMessageDigest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static java.util.function.Supplier<UsageException> damaged(Path list, int number) {
        return () -> new UsageException(list + ":" + number + " is no line of a list of an archive's checksums");
    }
}
