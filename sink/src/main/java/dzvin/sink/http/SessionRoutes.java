package dzvin.sink.http;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /api/v1/session}: signs a person in to the console with a key, and out. */
final class SessionRoutes {
    private static final Logger log = LoggerFactory.getLogger(SessionRoutes.class);
    private static final int LONGEST_KEY = 1_000;

    private final Gate gate;
    private final Sessions sessions;

    SessionRoutes(Gate gate, Sessions sessions) {
        this.gate = gate;
        this.sessions = sessions;
    }

    void signIn(Context request) {
        var key = request.formParam("key");
        if (key == null || key.length() > LONGEST_KEY) {
            throw new BadRequestResponse("the form must hold a key");
        }
        if (!gate.open() && !gate.isKey(key.strip())) {
            log.atWarn().log("somebody tried to sign in with a wrong key");
            throw new UnauthorizedResponse("this key is not known");
        }
        sessions.begin(request);
        request.status(204);
    }

    void signOut(Context request) {
        sessions.end(request);
        request.status(204);
    }
}
