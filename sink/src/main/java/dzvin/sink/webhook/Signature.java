package dzvin.sink.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dzvin.schemas.Secret;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages the way of Standard Webhooks: HMAC-SHA256 over {@code id.timestamp.body}, in Base64 after
 * {@code v1,}. A secret that starts with {@code whsec_} is Base64 after it, any other is taken as it stands. The
 * timestamp is signed, so that a receiver can refuse a message that somebody recorded and plays again.
 */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String ENCODED = "whsec_";

    private final SecretKeySpec key;

    Signature(Secret secret) {
        this.key = new SecretKeySpec(bytes(secret.value()), ALGORITHM);
    }

    String of(String id, long timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(String secret) {
        if (!secret.startsWith(ENCODED)) {
            return secret.getBytes(UTF_8);
        }
        try {
            return Base64.getDecoder().decode(secret.substring(ENCODED.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "sink.webhook.secretFile must hold Base64 after " + ENCODED + ", and does not", e);
        }
    }
}
