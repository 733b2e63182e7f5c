package dzvin.sink.http;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * People who signed in to the console with a key. The browser holds a random name in a cookie that scripts cannot read
 * and other sites cannot send. Kept in memory: a restart signs everybody out. Thread-safe.
 */
final class Sessions {
    static final String COOKIE = "dzvin-session";

    /** A shift and its handover. */
    private static final Duration LONGEST = Duration.ofHours(12);

    private static final int MOST = 1_000;
    private static final int NAME_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Map<String, Instant> ends = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    Sessions(Clock clock) {
        this.clock = clock;
    }

    void begin(Context request) {
        var bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        var name = HexFormat.of().formatHex(bytes);
        synchronized (ends) {
            ends.put(name, clock.instant().plus(LONGEST));
        }
        request.cookie(cookie(name, (int) LONGEST.toSeconds(), secure(request)));
    }

    void end(Context request) {
        var name = request.cookie(COOKIE);
        synchronized (ends) {
            ends.remove(name);
        }
        request.cookie(cookie("", 0, secure(request)));
    }

    boolean holds(Context request) {
        var name = request.cookie(COOKIE);
        if (name == null) {
            return false;
        }
        synchronized (ends) {
            var end = ends.get(name);
            return end != null && clock.instant().isBefore(end);
        }
    }

    private static boolean secure(Context request) {
        return "https".equals(request.scheme()) || "https".equalsIgnoreCase(request.header("X-Forwarded-Proto"));
    }

    private static Cookie cookie(String value, int seconds, boolean secure) {
        return new Cookie(COOKIE, value, "/", seconds, secure, true, null, SameSite.STRICT);
    }
}
