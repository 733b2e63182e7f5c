package dzvin.sink.console;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The console's files, read once into memory and served with an entity tag, so that a browser asks and seldom loads. */
public final class ConsoleFiles {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /** A list and not a walk over the class path: what is not named here is not served. */
    private static final List<String> NAMES = List.of(
            "console.css",
            "icon.svg",
            "app.js",
            "data.js",
            "early.js",
            "live.js",
            "replay.js",
            "words.js",
            "format.js",
            "dom.js",
            "list.js",
            "detail.js",
            "timeline.js",
            "map.js",
            "labels.js",
            "regions-ua.js",
            "regions-us.js");

    private ConsoleFiles() {}

    /** Adds {@code /} and {@code /console/…}. */
    public static void addTo(JavalinConfig server) {
        serve(server, "/", load("index.html", HTML));
        for (var name : NAMES) {
            serve(server, "/console/" + name, load(name, typeOf(name)));
        }
        serve(server, "/console/names.json", file("application/json; charset=utf-8", PeopleNames.json()));
    }

    private static void serve(JavalinConfig server, String path, File file) {
        server.routes.get(path, file::answer);
    }

    private static String typeOf(String name) {
        if (name.endsWith(".css")) {
            return "text/css; charset=utf-8";
        }
        return name.endsWith(".svg") ? "image/svg+xml" : SCRIPT;
    }

    private static File load(String name, String type) {
        try (var in = ConsoleFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the console's file " + name + " is missing from the jar");
            }
            return file(type, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the console's file " + name, e);
        }
    }

    private static File file(String type, byte[] bytes) {
        return new File(type, bytes, tag(bytes));
    }

    /** Weak, for the same content may go out compressed or not. */
    private static String tag(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "W/\"" + HexFormat.of().formatHex(digest, 0, 12) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record File(String type, byte[] bytes, String tag) {
        void answer(Context request) {
            request.header("ETag", tag);
            request.header("Cache-Control", "no-cache");
            var known = request.header("If-None-Match");
            if (known != null && known.contains(tag)) {
                request.status(304);
            } else {
                request.contentType(type).result(bytes);
            }
        }
    }
}
