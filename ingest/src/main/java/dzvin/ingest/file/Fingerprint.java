package dzvin.ingest.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The first 128 bits of a SHA-256: enough to tell billions of ids or rows apart in 16 bytes each. */
record Fingerprint(long high, long low) {
    /** One for each thread: to look one up costs as much as to digest an id. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Fingerprint::sha256);

    static Fingerprint of(String content) {
        var digest = ByteBuffer.wrap(SHA_256.get().digest(content.getBytes(StandardCharsets.UTF_8)));
        return new Fingerprint(digest.getLong(), digest.getLong());
    }

    /** Thirty-two hexadecimal digits. */
    String hex() {
        var hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }

    /** A number from 0 up to, but not including, {@code bound}: the same for the same content, else as good as random. */
    long below(long bound) {
        return Math.floorMod(high ^ low, bound);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
