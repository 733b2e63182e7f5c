package dzvin.ingest.http;

import io.javalin.http.Context;
import java.util.Map;
import java.util.TreeMap;

/** What every answer tells a browser: load nothing from elsewhere, be framed by nobody, guess no types, tell nobody. */
final class SecurityHeaders {
    private static final Map<String, String> HEADERS = new TreeMap<>(Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), geolocation=(), microphone=()",
            "Cache-Control",
            "no-store"));

    private SecurityHeaders() {}

    static void addTo(Context context) {
        HEADERS.forEach(context::header);
    }
}
