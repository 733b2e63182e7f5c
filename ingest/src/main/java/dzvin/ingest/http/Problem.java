package dzvin.ingest.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Why a whole request is refused, as RFC 9457 writes it. */
enum Problem {
    MALFORMED(400, "The body cannot be read"),
    EMPTY(400, "The body holds no report"),
    UNAUTHORISED(401, "An API key is needed"),
    FORBIDDEN(403, "The request comes from another site"),
    NOT_FOUND(404, "There is nothing at this address"),
    METHOD_NOT_ALLOWED(405, "This address takes other methods"),
    TOO_LARGE(413, "The body is too large"),
    TOO_MANY_ITEMS(413, "Too many reports in one request"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of a kind that is not read"),
    RATE_EXCEEDED(429, "Too many reports in too short a time"),
    FAILED(500, "The service failed"),
    BUSY(503, "Too much is under way"),
    NOT_KEPT(503, "The reports could not all be kept");

    /** The media type of problems. */
    static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String title;

    Problem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    /** Bounded, stable, for programs to tell problems apart. */
    String reason() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem's members, with what is true of this occurrence. */
    Map<String, Object> withDetail(String detail) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "urn:dzvin:problem:" + reason());
        members.put("title", title);
        members.put("status", status);
        members.put("detail", detail);
        members.put("reason", reason());
        return members;
    }
}
