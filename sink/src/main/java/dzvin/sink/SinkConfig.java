package dzvin.sink;

import static java.util.Objects.requireNonNull;

import dzvin.sink.console.Banner;
import dzvin.sink.http.HttpConfig;
import java.util.List;

/**
 * What a sink does.
 *
 * @param http where the API and the console are served
 * @param channels where alerts go besides
 * @param banner a sentence across the top of the console
 */
public record SinkConfig(HttpConfig http, List<ChannelConfig> channels, Banner banner) {
    public SinkConfig {
        requireNonNull(http, "http");
        requireNonNull(banner, "banner");
        channels = List.copyOf(channels);
    }

    /** The console and the API alone, on this machine, open to its users. */
    public static SinkConfig local(int port) {
        return new SinkConfig(new HttpConfig("127.0.0.1", port, List.of()), List.of(), Banner.NONE);
    }

    public SinkConfig withChannels(List<ChannelConfig> wanted) {
        return new SinkConfig(http, wanted, banner);
    }

    public SinkConfig withBanner(Banner wanted) {
        return new SinkConfig(http, channels, wanted);
    }
}
