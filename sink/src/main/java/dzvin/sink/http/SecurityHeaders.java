package dzvin.sink.http;

import io.javalin.http.Context;

/**
 * Headers that every answer carries: the page may load only what this server gives, from scripts in files only, so that
 * text from a report can never become code; and nobody may frame it.
 */
final class SecurityHeaders {
    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'");

    private SecurityHeaders() {}

    static void add(Context answer) {
        answer.header("Content-Security-Policy", POLICY);
        answer.header("X-Content-Type-Options", "nosniff");
        answer.header("X-Frame-Options", "DENY");
        answer.header("Referrer-Policy", "no-referrer");
        answer.header("Cross-Origin-Opener-Policy", "same-origin");
        answer.header("Cross-Origin-Resource-Policy", "same-origin");
        answer.header("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    }
}
