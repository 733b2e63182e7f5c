package dzvin.standalone.config;

import dzvin.schemas.Secret;
import dzvin.sink.ChannelConfig;
import dzvin.sink.SinkConfig;
import dzvin.sink.console.Banner;
import dzvin.sink.http.ApiKey;
import dzvin.sink.http.HttpConfig;
import dzvin.sink.webhook.WebhookConfig;
import java.util.ArrayList;
import java.util.List;

/** What the settings say about the sink. */
final class SinkPart {
    private final Settings settings;

    SinkPart(Settings settings) {
        this.settings = settings;
    }

    SinkConfig config() {
        var keys = KeyFile.read(settings, Setting.SINK_API_KEYS_FILE).stream()
                .map(key -> new ApiKey(key.name(), key.value()))
                .toList();
        var http = new HttpConfig(settings.text(Setting.SINK_HOST), settings.number(Setting.SINK_PORT), keys);
        return new SinkConfig(http, channels(), Banner.NONE);
    }

    private List<ChannelConfig> channels() {
        var channels = new ArrayList<ChannelConfig>();
        if (settings.isSet(Setting.SINK_WEBHOOK_URL)) {
            channels.add(new ChannelConfig.Webhook(webhook()));
        }
        settings.path(Setting.SINK_FILE).map(ChannelConfig.File::new).ifPresent(channels::add);
        if (settings.flag(Setting.SINK_STDOUT)) {
            channels.add(new ChannelConfig.Stream("stdout", System.out));
        }
        return channels;
    }

    private WebhookConfig webhook() {
        var webhook = WebhookConfig.to(settings.uri(Setting.SINK_WEBHOOK_URL));
        return settings.path(Setting.SINK_WEBHOOK_SECRET_FILE)
                .map(SecretFiles::secret)
                .map(Secret::new)
                .map(webhook::signedWith)
                .orElse(webhook);
    }
}
