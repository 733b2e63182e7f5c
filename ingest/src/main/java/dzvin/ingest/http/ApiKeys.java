package dzvin.ingest.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Optional;

/**
 * Tells who sends a request by its key, in {@code Authorization: Bearer} or {@code X-API-Key}. How long that takes says
 * nothing about any key: digests of equal length are compared, in constant time, with all of them.
 */
final class ApiKeys {
    /** Who sends where no key is needed. */
    private static final String NOBODY = "local";

    private static final String BEARER = "Bearer ";

    private final List<String> names;
    private final List<byte[]> digests;

    ApiKeys(List<ApiKey> keys) {
        this.names = keys.stream().map(ApiKey::name).toList();
        this.digests = keys.stream().map(key -> digest(key.value().value())).toList();
    }

    boolean areNeeded() {
        return !names.isEmpty();
    }

    /** The name under which the sender is known; empty where the sender is not. */
    Optional<String> sender(Context request) {
        if (!areNeeded()) {
            return Optional.of(NOBODY);
        }
        var digest = digest(sent(request));
        int sender = -1;
        for (int i = 0; i < digests.size(); i++) {
            sender = MessageDigest.isEqual(digests.get(i), digest) ? i : sender;
        }
        return sender < 0 ? Optional.empty() : Optional.of(names.get(sender));
    }

    private static String sent(Context request) {
        var key = request.header("X-API-Key");
        if (key != null) {
            return key;
        }
        var authorization = request.header("Authorization");
        boolean isBearer = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return isBearer ? authorization.substring(BEARER.length()).trim() : "";
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
