package dzvin.sink.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;

/** Errors as RFC 9457 problems. A bug's own words stay in the log. */
final class Problems {
    private Problems() {}

    static void addTo(JavalinConfig server) {
        server.routes.exception(
                HttpResponseException.class, (e, request) -> write(request, e.getStatus(), e.getMessage()));
        server.routes.error(404, request -> {
            if (request.result() == null || !isProblem(request)) {
                write(request, 404, "nothing is here");
            }
        });
    }

    static void write(Context request, int status, String detail) {
        var problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", "about:blank");
        problem.put("title", HttpStatus.forStatus(status).getMessage());
        problem.put("status", status);
        problem.put("detail", detail);
        request.status(status);
        request.contentType("application/problem+json");
        request.result(problem.toString());
    }

    private static boolean isProblem(Context request) {
        var type = request.res().getContentType();
        return type != null && type.startsWith("application/problem+json");
    }
}
