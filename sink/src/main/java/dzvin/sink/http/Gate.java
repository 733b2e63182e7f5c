package dzvin.sink.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.UnauthorizedResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may read. With keys: whoever brings one, or the session of someone who did. Without keys the server is bound to
 * loopback, and answers only to a loopback name: else any page in the user's browser could reach it through a name of
 * its own that leads to 127.0.0.1.
 */
final class Gate {
    private static final String BEARER = "Bearer ";

    private final boolean open;
    private final List<byte[]> digests;
    private final Sessions sessions;

    Gate(HttpConfig config, Sessions sessions) {
        this.open = config.open();
        this.digests =
                config.apiKeys().stream().map(key -> digest(key.key().value())).toList();
        this.sessions = sessions;
    }

    /** Stops a request that may not read. */
    void check(Context request) {
        if (open) {
            requireLoopbackName(request);
        } else if (!hasKey(request) && !sessions.holds(request)) {
            request.header("WWW-Authenticate", "Bearer realm=\"dzvin\"");
            throw new UnauthorizedResponse("bring a key in Authorization: Bearer or X-Api-Key, or sign in");
        }
    }

    boolean open() {
        return open;
    }

    /** Compares in a time that tells nothing about the keys. */
    boolean isKey(String candidate) {
        var digest = digest(candidate);
        boolean found = false;
        for (var known : digests) {
            found |= MessageDigest.isEqual(known, digest);
        }
        return found;
    }

    private boolean hasKey(Context request) {
        return given(request).map(this::isKey).orElse(false);
    }

    private static Optional<String> given(Context request) {
        var authorization = request.header("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(authorization.substring(BEARER.length()).strip());
        }
        return Optional.ofNullable(request.header("X-Api-Key"));
    }

    private static void requireLoopbackName(Context request) {
        var host = request.header("Host");
        if (host == null || !HttpConfig.isLoopback(host.replaceFirst(":\\d+$", ""))) {
            throw new HttpResponseException(421, "without keys this server answers only to localhost", Map.of());
        }
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
