package dzvin.sink.webhook;

import static java.util.Objects.requireNonNull;

import dzvin.schemas.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where alerts are posted. The address's path may itself be a secret, so {@code toString()} names the host only.
 */
public final class WebhookConfig {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI url;
    private final Optional<Secret> secret;
    private final Duration timeout;

    private WebhookConfig(URI url, Optional<Secret> secret, Duration timeout) {
        this.url = url;
        this.secret = secret;
        this.timeout = timeout;
    }

    /** @throws IllegalArgumentException if the address is not an absolute http or https address */
    public static WebhookConfig to(URI url) {
        requireNonNull(url, "sink.webhook.url");
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "sink.webhook.url must start with http:// or https:// and name a host, got " + url.getScheme()
                            + "://" + url.getHost());
        }
        if (url.getUserInfo() != null || url.getFragment() != null) {
            throw new IllegalArgumentException(
                    "sink.webhook.url must hold no user, password or fragment; use sink.webhook.secretFile");
        }
        return new WebhookConfig(url, Optional.empty(), PATIENCE);
    }

    /** Signs each message. */
    public WebhookConfig signedWith(Secret key) {
        return new WebhookConfig(url, Optional.of(key), timeout);
    }

    /** How long an answer may take, connecting and reading included. */
    public WebhookConfig within(Duration limit) {
        if (limit.isNegative() || limit.isZero() || limit.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException(
                    "a webhook's timeout must be above zero and at most a minute, got " + limit);
        }
        return new WebhookConfig(url, secret, limit);
    }

    URI url() {
        return url;
    }

    Optional<Secret> secret() {
        return secret;
    }

    Duration timeout() {
        return timeout;
    }

    @Override
    public String toString() {
        return "WebhookConfig[" + url.getScheme() + "://" + url.getAuthority() + "/…, secret "
                + (secret.isPresent() ? "***" : "none") + ", timeout " + timeout + "]";
    }
}
