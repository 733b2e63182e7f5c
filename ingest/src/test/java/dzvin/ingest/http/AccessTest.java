package dzvin.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.ingest.IngestConfig;
import dzvin.ingest.Profile;
import dzvin.schemas.Secret;
import dzvin.schemas.TopicSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may send reports. */
class AccessTest {
    private static final String REPORT = "{\"text\":\"words\"}";

    @Test
    void withKeysOnlyAKnownOneOpensInEitherHeader() {
        try (var gateway = Gateway.with(Limits.DEFAULT, Gateway.KEY, Gateway.OTHER_KEY)) {
            var key = Gateway.OTHER_KEY.value().value();

            var without = gateway.post(REPORT);
            var wrong = gateway.post(REPORT, "Authorization", "Bearer " + key + "x");
            var bearer = gateway.post(REPORT, "Authorization", "bearer " + key);
            var header = gateway.post(REPORT, "X-API-Key", key);

            assertThat(List.of(without.status(), wrong.status(), bearer.status(), header.status()))
                    .containsExactly(401, 401, 202, 202);
            assertThat(without.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(wrong.body()).doesNotContain(key);
        }
    }

    @Test
    void withoutKeysTheServiceIsBoundToLoopbackOrNotAtAll() {
        assertThat(config("127.0.0.1").host()).isEqualTo("127.0.0.1");
        assertThatThrownBy(() -> config("0.0.0.0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ingest.apiKeysFile");
        assertThat(config("0.0.0.0", Gateway.KEY).host()).isEqualTo("0.0.0.0");
    }

    @Test
    void aPageOfAnotherSiteCannotSendReportsThroughAnOperatorsBrowser() {
        try (var gateway = Gateway.open()) {
            var own = gateway.post(
                    REPORT, "Origin", "http://127.0.0.1:" + gateway.port(), "Sec-Fetch-Site", "same-origin");
            var otherPort = gateway.post(REPORT, "Origin", "http://127.0.0.1:1");
            var crossSite = gateway.post(REPORT, "Sec-Fetch-Site", "cross-site");
            var opaque = gateway.post(REPORT, "Origin", "null");

            assertThat(List.of(own.status(), otherPort.status(), crossSite.status(), opaque.status()))
                    .containsExactly(202, 403, 403, 403);
        }
    }

    @Test
    void aForeignNameThatPointsToThisMachineOpensNothing() throws IOException {
        try (var gateway = Gateway.open();
                var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            var request = "POST /v1/reports HTTP/1.1\r\nHost: rebound.example\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + REPORT.length() + "\r\nConnection: close\r\n\r\n" + REPORT;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 403");
            assertThat(gateway.kafka.reports()).isEmpty();
        }
    }

    @Test
    void everyAnswerTellsBrowsersToTrustNothingElse() {
        try (var gateway = Gateway.open()) {
            for (var path : List.of("/", "/form.js", "/v1/openapi.json", "/nowhere", "/v1/reports")) {
                var answer = gateway.get(path);
                assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
                assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(answer.header("Server")).isEmpty();
            }
        }
    }

    @Test
    void otherAddressesAndMethodsAreProblemsToo() {
        try (var gateway = Gateway.open()) {
            assertThat(gateway.get("/nowhere").reason()).isEqualTo("not-found");
            assertThat(gateway.get("/v1/reports").reason()).isEqualTo("method-not-allowed");
            assertThat(gateway.get("/v1/reports").header("Allow")).isEqualTo("POST");
        }
    }

    @Test
    void aKeyIsLongAndNeverShown() {
        assertThatThrownBy(() -> new ApiKey("desk", new Secret("short"))).hasMessageNotContaining("short");
        assertThat(Gateway.KEY.toString()).doesNotContain(Gateway.KEY.value().value());
    }

    private static IngestConfig config(String host, ApiKey... keys) {
        return new IngestConfig(
                host, 0, List.of(keys), Limits.DEFAULT, Duration.ofSeconds(1), new TopicSetup.Layout(1, 1), Profile.UA);
    }
}
