package dzvin.ingest.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dzvin.ingest.Profile;
import dzvin.schemas.FeatureLabels;
import dzvin.schemas.RegionNames;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** The operators' form, what it offers to choose from, and the OpenAPI document: files that come with the program. */
final class FormPage {
    private static final String REVALIDATE = "no-cache";

    private final Profile profile;
    private final boolean keyIsNeeded;

    FormPage(Profile profile, boolean keyIsNeeded) {
        this.profile = profile;
        this.keyIsNeeded = keyIsNeeded;
    }

    void addRoutes(JavalinConfig server) {
        serve(server, "/", "form.html", "text/html; charset=utf-8");
        serve(server, "/form.css", "form.css", "text/css; charset=utf-8");
        serve(server, "/form.js", "form.js", "text/javascript; charset=utf-8");
        serve(server, "/form-words.js", "form-words.js", "text/javascript; charset=utf-8");
        serve(server, "/icon.svg", "icon.svg", "image/svg+xml");
        serve(server, "/v1/openapi.json", "openapi.json", "application/json");
        var choices = choices().toString();
        server.routes.get(
                "/form-choices.json",
                context -> context.contentType("application/json").result(choices));
    }

    private static void serve(JavalinConfig server, String path, String resource, String type) {
        var content = content(resource);
        server.routes.get(
                path,
                context -> context.header("Cache-Control", REVALIDATE)
                        .contentType(type)
                        .result(content));
    }

    private ObjectNode choices() {
        var features = FeatureLabels.shipped();
        var regions = RegionNames.shipped();
        var choices = JsonNodeFactory.instance.objectNode();
        choices.put("profile", profile.id()).put("keyIsNeeded", keyIsNeeded);
        profile.languages().forEach(choices.putArray("languages")::add);
        profile.regions()
                .forEach(code -> add(choices.withArray("regions"), code, language -> regions.name(code, language)));
        features.ofProfile(profile.id())
                .forEach(code -> add(choices.withArray("features"), code, language -> features.label(code, language)));
        return choices;
    }

    private static void add(ArrayNode to, String code, UnaryOperator<String> nameIn) {
        to.addObject().put("code", code).put("uk", nameIn.apply("uk")).put("en", nameIn.apply("en"));
    }

    private static byte[] content(String resource) {
        try (InputStream in = Objects.requireNonNull(FormPage.class.getResourceAsStream(resource), resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the shipped " + resource, e);
        }
    }
}
