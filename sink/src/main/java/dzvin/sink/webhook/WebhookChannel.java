package dzvin.sink.webhook;

import dzvin.sink.AlertMessage;
import dzvin.sink.Channel;
import dzvin.sink.Delivery;
import dzvin.sink.Delivery.GiveUp;
import dzvin.sink.Delivery.Reason;
import dzvin.sink.Delivery.TryAgain;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts each alert as a CloudEvent. The receiver's 2xx takes the alert; 408, 425, 429, 5xx and trouble on the way mean
 * later; anything else, a redirect included, means never. A repeat carries the same {@code webhook-id}.
 */
public final class WebhookChannel implements Channel {
    private final WebhookConfig config;
    private final Clock clock;
    private final Optional<Signature> signature;
    private final HttpClient client;

    public WebhookChannel(WebhookConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.signature = config.secret().map(Signature::new);
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.timeout())
                .build();
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Delivery deliver(AlertMessage message) {
        var answer = client.sendAsync(request(message), BodyHandlers.discarding());
        try {
            return judge(answer.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new TryAgain(Reason.TIMEOUT, "no whole answer within " + config.timeout());
        } catch (ExecutionException e) {
            return trouble(e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new TryAgain(Reason.TIMEOUT, "interrupted while waiting for the answer");
        }
    }

    private HttpRequest request(AlertMessage message) {
        var body = CloudEvent.of(message);
        long timestamp = clock.instant().getEpochSecond();
        var request = HttpRequest.newBuilder(config.url())
                .timeout(config.timeout())
                .header("Content-Type", CloudEvent.MEDIA_TYPE)
                .header("User-Agent", "dzvin")
                .header("webhook-id", message.key())
                .header("webhook-timestamp", Long.toString(timestamp))
                .POST(BodyPublishers.ofByteArray(body));
        signature.ifPresent(one -> request.header("webhook-signature", one.of(message.key(), timestamp, body)));
        return request.build();
    }

    private Delivery judge(HttpResponse<?> answer) {
        int status = answer.statusCode();
        var detail = "the receiver answered " + status;
        if (status >= 200 && status < 300) {
            return new Delivery.Done();
        }
        if (status == 429) {
            return new TryAgain(Reason.RATE_LIMITED, detail, retryAfter(answer));
        }
        if (status >= 500 || status == 408 || status == 425) {
            return new TryAgain(Reason.SERVER_ERROR, detail, retryAfter(answer));
        }
        if (status >= 300 && status < 400) {
            return new GiveUp(Reason.REDIRECTED, detail + "; redirects are not followed, set the final address");
        }
        return new GiveUp(Reason.REFUSED, detail);
    }

    private Duration retryAfter(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .map(header -> RetryAfter.of(header, clock.instant()))
                .orElse(Duration.ZERO);
    }

    /** The kind of trouble only: messages of the HTTP client may hold the address. */
    private static Delivery trouble(Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return new TryAgain(Reason.TIMEOUT, "no answer in time");
        }
        if (cause instanceof IOException) {
            return new TryAgain(
                    Reason.UNREACHABLE,
                    "the receiver cannot be reached: " + cause.getClass().getSimpleName());
        }
        throw new IllegalStateException("a webhook's request failed in a way that no receiver can cause", cause);
    }
}
