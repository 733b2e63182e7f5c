package dzvin.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** POST /v1/reports, over HTTP. */
class ReportsEndpointTest {
    private static final String NDJSON = "application/x-ndjson";

    private Gateway gateway = Gateway.open();

    @AfterEach
    void close() {
        gateway.close();
    }

    private void limitedTo(Limits limits) {
        gateway.close();
        gateway = Gateway.with(limits);
    }

    @Nested
    class WhatIsRead {
        @Test
        void oneObjectIsOneReport() {
            var answer = gateway.post("{\"id\":\"r-1\",\"number\":\"+380441234567\"}");

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.json().get("results").get(0).get("id").asText()).isEqualTo("r-1");
            assertThat(answer.statuses()).containsExactly("accepted");
            assertThat(gateway.kafka.reports())
                    .singleElement()
                    .satisfies(report -> assertThat(report.getNumber()).isEqualTo("+380441234567"));
        }

        @Test
        void anArrayIsAsManyReportsEachWithItsOwnResult() {
            var answer =
                    gateway.post("[{\"id\":\"a\",\"text\":\"x\"},7,{\"id\":\"b\",\"number\":\"bad\"},{\"id\":\"a\"}]");

            assertThat(answer.statuses()).containsExactly("accepted", "rejected", "rejected", "duplicate");
            assertThat(answer.json().get("accepted").asInt()).isEqualTo(1);
            assertThat(answer.json().get("rejected").asInt()).isEqualTo(2);
            assertThat(answer.json().get("duplicates").asInt()).isEqualTo(1);
            assertThat(answer.json().get("results").get(2).toString())
                    .isEqualTo("{\"index\":2,\"status\":\"rejected\",\"reason\":\"BAD_NUMBER\",\"field\":\"number\","
                            + "\"detail\":\"this is no number\"}");
        }

        @Test
        void aBrokenLineOfNdjsonLeavesTheOthersGood() {
            byte[] body = "{\"id\":\"a\"}\r\n\n{\"id\":\n{\"id\":\"b\"} {}\n{\"id\":\"c\"}".getBytes(UTF_8);

            var answer = gateway.post(NDJSON, body);

            assertThat(answer.statuses()).containsExactly("accepted", "rejected", "rejected", "accepted");
        }

        @Test
        void aLineThatIsNotUtf8IsOneBadItem() {
            byte[] body = "{\"id\":\"a\",\"text\":\"?\"}\n{\"id\":\"b\"}\n".getBytes(UTF_8);
            body[18] = (byte) 0xff;

            var answer = gateway.post(NDJSON + "; charset=utf-8", body);

            assertThat(answer.statuses()).containsExactly("rejected", "accepted");
        }

        @Test
        void gzipIsUnpacked() throws IOException {
            var answer = gateway.post("application/json", gzip("{\"id\":\"a\"}"), "Content-Encoding", "gzip");

            assertThat(answer.statuses()).containsExactly("accepted");
        }

        @Test
        void whatAGoodReportToldInVainIsNamedBesideItsAcceptance() {
            gateway.close();
            gateway = Gateway.real();

            var result = gateway.post("{\"id\":\"a\",\"text\":\"words\",\"region\":\"Atlantis\"}")
                    .json()
                    .at("/results/0");

            assertThat(result.get("status").asText()).isEqualTo("accepted");
            assertThat(result.at("/setAside/0/field").asText()).isEqualTo("region");
        }

        @Test
        void anUnknownFieldIsRejectedWithTheNearestKnownOne() {
            var answer = gateway.post("{\"nubmer\":\"1\"}");

            assertThat(answer.json().get("results").get(0).get("reason").asText())
                    .isEqualTo("UNKNOWN_FIELD");
            assertThat(answer.json().get("results").get(0).get("detail").asText())
                    .contains("did you mean number?");
        }
    }

    @Nested
    class WhatIsRefusedAsAWhole {
        @Test
        void brokenJsonIsAProblemThatSaysWhereButNotWhat() {
            var answer = gateway.post("[{\"id\":\"a\"},{\"reporter\":\"olena@example.org\",]");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.reason()).isEqualTo("malformed");
            assertThat(answer.json().get("status").asInt()).isEqualTo(400);
            assertThat(answer.json().get("detail").asText()).contains("line 1").doesNotContain("olena");
            assertThat(gateway.kafka.reports()).isEmpty();
        }

        @Test
        void twoObjectsAreNoJsonDocument() {
            assertThat(gateway.post("{\"id\":\"a\"}{\"id\":\"b\"}").reason()).isEqualTo("malformed");
            assertThat(gateway.post("[{\"id\":\"a\"}]]").reason()).isEqualTo("malformed");
            assertThat(gateway.post("[{\"id\":\"a\"}").reason()).isEqualTo("malformed");
            assertThat(gateway.kafka.reports()).isEmpty();
        }

        @Test
        void aRepeatedMemberIsNotChosenFrom() {
            assertThat(gateway.post("{\"id\":\"a\",\"id\":\"b\"}").reason()).isEqualTo("malformed");
        }

        @Test
        void jsonThatIsTooDeepIsNotFollowed() {
            assertThat(gateway.post("[".repeat(100_000)).reason()).isEqualTo("malformed");
        }

        @Test
        void nothingIsNoReport() {
            assertThat(gateway.post("").reason()).isEqualTo("empty");
            assertThat(gateway.post("[]").reason()).isEqualTo("empty");
            assertThat(gateway.post(NDJSON, "\n \n".getBytes(UTF_8)).reason()).isEqualTo("empty");
        }

        @Test
        void aBodyOverTheBoundIsTooLargeHoweverItIsSent() throws IOException {
            limitedTo(new Limits(2_000, 10, 10, 1_000));
            var large = "{\"text\":\"" + "a".repeat(100_000) + "\"}";

            // Again and again: an answer that a closed connection takes with it is lost now and then only.
            for (int i = 0; i < 40; i++) {
                assertThat(gateway.post(large).status()).isEqualTo(413);
            }
            var bomb = gateway.post("application/json", gzip(large), "Content-Encoding", "gzip");
            assertThat(gzip(large)).hasSizeLessThan(2_000);
            assertThat(bomb.status()).isEqualTo(413);
            assertThat(bomb.reason()).isEqualTo("too-large");
        }

        @Test
        void whoAsksBeforeSendingTooMuchIsToldSo() throws IOException {
            limitedTo(new Limits(2_000, 10, 10, 1_000));

            try (var asking = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
                asking.setSoTimeout(60_000);
                var head = String.join(
                        "\r\n",
                        "POST /v1/reports HTTP/1.1",
                        "Host: 127.0.0.1",
                        "Content-Type: application/json",
                        "Content-Length: 100000",
                        "Expect: 100-continue",
                        "\r\n");
                asking.getOutputStream().write(head.getBytes(UTF_8));
                var answer = new BufferedReader(new InputStreamReader(asking.getInputStream(), UTF_8));
                assertThat(answer.readLine()).startsWith("HTTP/1.1 413");
            }
        }

        @Test
        void moreItemsThanTheBoundAreNotTakenInPart() {
            limitedTo(new Limits(2_000, 2, 2, 1_000));

            var answer = gateway.post("[{\"id\":\"a\"},{\"id\":\"b\"},{\"id\":\"c\"}]");

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.reason()).isEqualTo("too-many-items");
            assertThat(gateway.kafka.reports()).isEmpty();
        }

        @Test
        void otherMediaTypesCharsetsAndEncodingsAreNotGuessedAt() {
            byte[] body = "{\"id\":\"a\"}".getBytes(UTF_8);

            assertThat(gateway.post("text/plain", body).status()).isEqualTo(415);
            assertThat(gateway.post("", body).status()).isEqualTo(415);
            assertThat(gateway.post("application/json; charset=utf-16", "{}".getBytes(UTF_16))
                            .status())
                    .isEqualTo(415);
            var brotli = gateway.post("application/json", body, "Content-Encoding", "br");
            assertThat(brotli.status()).isEqualTo(415);
            assertThat(brotli.header("Accept-Encoding")).isEqualTo("gzip");
        }

        @Test
        void whatSaysItIsGzipAndIsNotIsMalformed() throws IOException {
            byte[] cut = Arrays.copyOf(gzip("{\"id\":\"a\"}"), 15);

            assertThat(gateway.post("application/json", "{}".getBytes(UTF_8), "Content-Encoding", "gzip")
                            .reason())
                    .isEqualTo("malformed");
            assertThat(gateway.post("application/json", cut, "Content-Encoding", "gzip")
                            .reason())
                    .isEqualTo("malformed");
        }
    }

    @Nested
    class Once {
        @Test
        void aReportThatIsSentAgainIsADuplicate() {
            gateway.post("{\"id\":\"a\"}");

            assertThat(gateway.post("{\"id\":\"a\"}").statuses()).containsExactly("duplicate");
            assertThat(gateway.kafka.reports()).hasSize(1);
        }

        @Test
        void aRetryWithoutAnIdIsTheSameReport() {
            gateway.post("{\"text\":\"words\"}");

            assertThat(gateway.post("{\"text\":\"words\"}").statuses()).containsExactly("duplicate");
            assertThat(gateway.post("{\"text\":\"other words\"}").statuses()).containsExactly("accepted");
        }
    }

    private static byte[] gzip(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }
}
