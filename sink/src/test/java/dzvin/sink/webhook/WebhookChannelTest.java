package dzvin.sink.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dzvin.schemas.Secret;
import dzvin.schemas.avro.AlertKind;
import dzvin.sink.AlertMessage;
import dzvin.sink.Channel;
import dzvin.sink.ChannelContract;
import dzvin.sink.Delivery.GiveUp;
import dzvin.sink.Delivery.Reason;
import dzvin.sink.Delivery.TryAgain;
import dzvin.sink.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookChannelTest extends ChannelContract {
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
    }

    @Override
    protected Channel open() {
        return channel(WebhookConfig.to(receiver.url()));
    }

    @Override
    protected List<String> received() {
        return receiver.taken().stream()
                .map(message ->
                        tree(message.body()).required("data").required("id").asText())
                .toList();
    }

    @Override
    protected void breakReceiver() {
        receiver.answers(503);
    }

    @Override
    protected void mendReceiver() {
        receiver.answers(200);
    }

    @Test
    void anEarlyAlertIsMarkedAndTheFinalOneNamesWhatItTakesThePlaceOf() throws IOException {
        var early = Samples.early(1, "a", AlertKind.RAISED, 1);
        var channel = open();

        channel.deliver(AlertMessage.of(early));
        channel.deliver(AlertMessage.of(Samples.alert(2), List.of(early.getId().toString())));

        var first = tree(receiver.taken().get(0).body());
        var second = tree(receiver.taken().get(1).body());
        assertThat(first.required("early").asBoolean()).isTrue();
        assertThat(second.has("early")).isFalse();
        assertThat(second.required("supersedes").asText())
                .isEqualTo(early.getId().toString());
        assertThat(second.required("data").required("supersedes").get(0).asText())
                .isEqualTo(early.getId().toString());
    }

    @Test
    void theBodyIsACloudEventWhoseDataIsTheAlert() throws IOException {
        var message = Samples.message(1);

        open().deliver(message);

        var event = tree(receiver.taken().get(0).body());
        assertThat(event.required("specversion").asText()).isEqualTo("1.0");
        assertThat(event.required("id").asText()).isEqualTo(message.id() + ".1");
        assertThat(event.required("type").asText()).isEqualTo("dzvin.alert.updated");
        assertThat(event.required("source").asText()).isEqualTo("urn:dzvin:alerts");
        assertThat(event.required("subject").asText()).isEqualTo(message.campaign());
        assertThat(event.required("time").asText()).isEqualTo("2025-07-02T10:01:00Z");
        assertThat(event.required("data")).isEqualTo(new ObjectMapper().readTree(message.json()));
        assertThat(receiver.taken().get(0).headers().get("content-type")).startsWith("application/cloudevents+json");
    }

    /** The expected value was made with {@code openssl dgst -sha256 -hmac}'s algorithm in Python, not with our code. */
    @Test
    void theSignatureIsTheOneOfStandardWebhooks() {
        var signature = new Signature(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        var value = signature.of("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}".getBytes(UTF_8));

        assertThat(value).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aSignedMessageCarriesItsIdItsTimeAndASignatureOverBothAndTheBody() {
        var secret = new Secret("a secret of the test");
        try (var channel = channel(WebhookConfig.to(receiver.url()).signedWith(secret))) {
            channel.deliver(Samples.message(1));
        }

        var message = receiver.taken().get(0);
        assertThat(message.headers().get("webhook-id"))
                .isEqualTo(Samples.message(1).key());
        assertThat(message.headers().get("webhook-timestamp")).isEqualTo("1751450400");
        assertThat(message.headers().get("webhook-signature"))
                .isEqualTo(new Signature(secret).of(Samples.message(1).key(), 1751450400, message.body()));
    }

    @Test
    void withoutASecretNothingIsSigned() {
        open().deliver(Samples.message(1));

        assertThat(receiver.taken().get(0).headers()).doesNotContainKey("webhook-signature");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void aReceiverInTroubleIsTriedAgain(int status) {
        receiver.answers(status);

        assertThat(open().deliver(Samples.message(1))).isInstanceOf(TryAgain.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 413, 422})
    void aReceiverThatRefusesIsGivenUp(int status) {
        receiver.answers(status);

        assertThat(open().deliver(Samples.message(1)))
                .isEqualTo(new GiveUp(Reason.REFUSED, "the receiver answered " + status));
    }

    @Test
    void aRedirectIsNotFollowed() {
        receiver.answers(307, "Location", receiver.url().resolve("/elsewhere").toString());

        var delivery = open().deliver(Samples.message(1));

        assertThat(((GiveUp) delivery).reason()).isEqualTo(Reason.REDIRECTED);
        assertThat(receiver.taken()).isEmpty();
    }

    @Test
    void aReceiverThatAsksForSomeSecondsGetsThem() {
        receiver.answers(429, "Retry-After", "90");

        assertThat(((TryAgain) open().deliver(Samples.message(1))).notBefore()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void aReceiverThatNamesATimeIsLeftAloneUntilThen() {
        receiver.answers(503, "Retry-After", "Wed, 02 Jul 2025 10:02:00 GMT");

        assertThat(((TryAgain) open().deliver(Samples.message(1))).notBefore()).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "Wed, 02 Jul 2031 10:02:00 GMT"})
    void nobodySilencesAlertsForMoreThanAnHour(String header) {
        receiver.answers(503, "Retry-After", header);

        assertThat(((TryAgain) open().deliver(Samples.message(1))).notBefore()).isEqualTo(RetryAfter.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "", "99999999999999999999"})
    void aRetryAfterThatCannotBeUnderstoodIsLeftToTheBackOff(String header) {
        assertThat(RetryAfter.of(header, Samples.START)).isZero();
    }

    @Test
    void anAnswerThatNeverEndsIsATimeout() {
        receiver.fallsSilent();
        var config = WebhookConfig.to(receiver.url()).within(Duration.ofMillis(300));

        var delivery = channel(config).deliver(Samples.message(1));

        assertThat(((TryAgain) delivery).reason()).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void aReceiverThatIsNotThereIsUnreachable() {
        receiver.close();

        var delivery = open().deliver(Samples.message(1));

        assertThat(((TryAgain) delivery).reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "ftp://example.org/",
                "/relative",
                "http:opaque",
                "http://user:word@example.org/"
            })
    void onlyAnHttpAddressWithoutAPasswordIsTaken(String url) {
        assertThatThrownBy(() -> WebhookConfig.to(URI.create(url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sink.webhook.url")
                .hasMessageNotContaining("word@");
    }

    @Test
    void neitherTheSecretNorThePathOfTheAddressIsShown() {
        var config = WebhookConfig.to(URI.create("https://example.org/services/T000/B000/token"))
                .signedWith(new Secret("do-not-show"));

        assertThat(config.toString()).contains("example.org").doesNotContain("token", "do-not-show");
    }

    private static Channel channel(WebhookConfig config) {
        return new WebhookChannel(config, Clock.fixed(Samples.START, ZoneOffset.UTC));
    }

    private static JsonNode tree(byte[] json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
