package dzvin.sink.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.schemas.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
    private static final String KEY = "a-key-that-nobody-guesses";

    @Nested
    class WithKeys {
        @Test
        void withoutAKeyNothingIsToldButTheFilesAndHealth() {
            try (var sink = locked()) {
                for (var path : List.of("campaigns", "campaigns/x", "alerts", "stream", "status")) {
                    assertThat(sink.get("/api/v1/" + path).statusCode())
                            .as(path)
                            .isEqualTo(401);
                }
                assertThat(sink.get("/").statusCode()).isEqualTo(200);
                assertThat(sink.get("/health/live").statusCode()).isEqualTo(200);
            }
        }

        @Test
        void aKeyOpensInEitherHeader() {
            try (var sink = locked()) {
                var bearer = sink.send(sink.request("/api/v1/alerts").header("Authorization", "Bearer " + KEY));
                var header = sink.send(sink.request("/api/v1/alerts").header("X-Api-Key", KEY));
                var wrong = sink.send(sink.request("/api/v1/alerts").header("X-Api-Key", KEY + "x"));

                assertThat(bearer.statusCode()).isEqualTo(200);
                assertThat(header.statusCode()).isEqualTo(200);
                assertThat(wrong.statusCode()).isEqualTo(401);
            }
        }

        @Test
        void aPersonSignsInWithAKeyAndOut() {
            try (var sink = locked()) {
                var cookie =
                        signIn(sink, KEY).headers().firstValue("Set-Cookie").orElseThrow();
                var session = cookie.split(";")[0];

                var inside = sink.send(sink.request("/api/v1/alerts").header("Cookie", session));
                sink.send(sink.request("/api/v1/session")
                        .header("Cookie", session)
                        .DELETE());
                var outside = sink.send(sink.request("/api/v1/alerts").header("Cookie", session));

                assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/");
                assertThat(inside.statusCode()).isEqualTo(200);
                assertThat(outside.statusCode()).isEqualTo(401);
            }
        }

        @Test
        void aWrongKeySignsNobodyIn() {
            try (var sink = locked()) {
                var answer = signIn(sink, "wrong");

                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            }
        }
    }

    @Nested
    class WithoutKeys {
        @ParameterizedTest
        @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.7", "example.org", "127.evil.example"})
        void onlyALoopbackAddressMayBeBound(String host) {
            assertThatThrownBy(() -> new HttpConfig(host, 0, List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sink.apiKeysFile")
                    .hasMessageContaining(host);
        }

        /** A page anywhere may give its own name the address 127.0.0.1; the browser then calls us by that name. */
        @Test
        void aRequestUnderAForeignNameIsTurnedAway() throws IOException {
            try (var sink = new RunningSink(new HttpConfig("127.0.0.1", 0, List.of()))) {
                assertThat(status(sink, "localhost:" + sink.port())).contains(" 200 ");
                assertThat(status(sink, "evil.example")).contains(" 421 ");
            }
        }

        private String status(RunningSink sink, String host) throws IOException {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), sink.port())) {
                var request = "GET /api/v1/alerts HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElseThrow();
            }
        }
    }

    @Test
    void aShortKeyIsRefusedAndNoKeyIsEverShown() {
        assertThatThrownBy(() -> new ApiKey("desk", new Secret("short")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("short,");
        assertThat(new HttpConfig("0.0.0.0", 0, List.of(new ApiKey("desk", new Secret(KEY)))).toString())
                .doesNotContain(KEY);
    }

    private static RunningSink locked() {
        return new RunningSink(new HttpConfig("127.0.0.1", 0, List.of(new ApiKey("desk", new Secret(KEY)))));
    }

    private static HttpResponse<String> signIn(RunningSink sink, String key) {
        return sink.send(sink.request("/api/v1/session")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("key=" + key)));
    }
}
