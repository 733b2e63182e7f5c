package dzvin.sink.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsoleFilesTest {
    private final Javalin server = Javalin.create(ConsoleFiles::addTo).start("127.0.0.1", 0);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void everyFileThatThePageNamesIsServed() throws Exception {
        for (var file : sources().entrySet()) {
            for (var path : named(file.getKey(), file.getValue())) {
                assertThat(get(path).statusCode())
                        .as(path + " in " + file.getKey())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aBrowserThatHasAFileIsNotSentItAgain() throws Exception {
        var tag = get("/console/app.js").headers().firstValue("ETag").orElseThrow();

        var again = get("/console/app.js", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void largeFilesTravelCompressed() throws Exception {
        var answer = get("/console/regions-ua.js", "Accept-Encoding", "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    /** The browser test shows that hostile text stays text; this says that nobody opened another way since. */
    @Test
    void noScriptMakesMarkupOrCodeOutOfText() throws Exception {
        var dangerous = Pattern.compile(
                "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|srcdoc|DOMParser");

        sources().forEach((name, source) -> assertThat(source).as(name).doesNotContainPattern(dangerous));
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws Exception {
        var loaded = Pattern.compile("(?:src|import|from|fetch|url)\\W{1,4}https?://|<link[^>]+https?://");

        sources().forEach((name, source) -> assertThat(source).as(name).doesNotContainPattern(loaded));
    }

    @Test
    void everyWordExistsInBothLanguages() throws Exception {
        var words = sources().get("words.js");
        var ukrainian = keys(words, "  uk: {", "  en: {");
        var english = keys(words, "  en: {", "let current");

        assertThat(ukrainian).hasSizeGreaterThan(80).isEqualTo(english);
    }

    @Test
    void namesOfFeaturesAndRegionsComeInBothLanguages() throws Exception {
        var names = new ObjectMapper().readTree(get("/console/names.json").body());

        assertThat(names.at("/regions/UA-51/en").asText()).isEqualTo("Odesa Oblast");
        assertThat(names.at("/regions/UA-23/en").asText()).isEqualTo("Zaporizhzhia Oblast");
        assertThat(names.at("/regions/UA-30/en").asText()).startsWith("Kyiv");
        assertThat(names.at("/features/appeal-to-us/uk").asText()).isNotBlank();
    }

    @Test
    void theMapHasEveryRegionAndNamesItsSource() throws Exception {
        var map = sources().get("regions-ua.js");

        assertThat(Pattern.compile("code: \"UA-\\d\\d\"").matcher(map).results())
                .hasSize(27);
        assertThat(sources().get("words.js")).contains("© OpenStreetMap contributors, ODbL");
    }

    private static List<String> keys(String words, String from, String to) {
        var part = words.substring(words.indexOf(from) + from.length(), words.indexOf(to));
        return Pattern.compile("(?m)(?:^ {4}|, )(\\w+): [\"{]")
                .matcher(part)
                .results()
                .map(found -> found.group(1))
                .filter(key -> !List.of("one", "few", "many", "other").contains(key))
                .sorted()
                .toList();
    }

    private static List<String> named(String file, String source) {
        var absolute = Pattern.compile("\"(/console/[\\w.-]+)\"")
                .matcher(source)
                .results()
                .map(found -> found.group(1));
        var relative = file.endsWith(".js")
                ? Pattern.compile("from \"\\./([\\w.-]+)\"")
                        .matcher(source)
                        .results()
                        .map(found -> "/console/" + found.group(1))
                : Stream.<String>empty();
        return Stream.concat(absolute, relative).toList();
    }

    private static Map<String, String> sources() throws IOException, URISyntaxException {
        var folder =
                Path.of(ConsoleFiles.class.getResource("index.html").toURI()).getParent();
        var sources = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(each -> !each.toString().endsWith(".class")).toList()) {
                sources.put(file.getFileName().toString(), Files.readString(file, UTF_8));
            }
        }
        return sources;
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
