package dzvin.ingest.step;

import static java.nio.charset.StandardCharsets.UTF_8;

import dzvin.schemas.Secret;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 under the installation's pseudonym key, for one purpose: the same content under two purposes has hashes that
 * nobody can join. Thread-safe.
 */
final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";

    /** Shorter keys could be found by trying, and then contacts by trying too. */
    private static final int SHORTEST_KEY = 16;

    private static final int HEX_DIGITS = 32;

    private final Mac keyed;

    KeyedHash(Secret key, String purpose) {
        if (key.value().length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("the pseudonym key must have at least " + SHORTEST_KEY
                    + " characters, got " + key.value().length());
        }
        var derived = mac(key.value().getBytes(UTF_8)).doFinal(purpose.getBytes(UTF_8));
        this.keyed = mac(derived);
    }

    /** The first 128 bits, in hexadecimal digits: enough to tell billions of people or reports apart. */
    String of(String content) {
        return HexFormat.of().formatHex(copy().doFinal(content.getBytes(UTF_8))).substring(0, HEX_DIGITS);
    }

    /** A Mac holds state; a copy of a keyed one costs less than setting a new one up. */
    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's " + ALGORITHM + " cannot be copied", e);
        }
    }

    private static Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
