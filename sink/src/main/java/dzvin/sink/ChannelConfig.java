package dzvin.sink;

import static java.util.Objects.requireNonNull;

import dzvin.sink.file.NdjsonFileChannel;
import dzvin.sink.file.NdjsonStreamChannel;
import dzvin.sink.webhook.WebhookChannel;
import dzvin.sink.webhook.WebhookConfig;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;

/** A channel that the configuration asks for. */
public sealed interface ChannelConfig {
    /** Makes the channel; no I/O yet. */
    Channel channel();

    /** Posts alerts to an address. */
    record Webhook(WebhookConfig config) implements ChannelConfig {
        public Webhook {
            requireNonNull(config, "config");
        }

        @Override
        public Channel channel() {
            return new WebhookChannel(config, Clock.systemUTC());
        }
    }

    /** Appends alerts to a file. */
    record File(Path path) implements ChannelConfig {
        public File {
            requireNonNull(path, "sink.file");
        }

        @Override
        public Channel channel() {
            return new NdjsonFileChannel(path);
        }
    }

    /** Writes alerts to a stream that the caller owns, usually standard output. */
    record Stream(String name, OutputStream out) implements ChannelConfig {
        public Stream {
            requireNonNull(name, "name");
            requireNonNull(out, "out");
        }

        @Override
        public Channel channel() {
            return new NdjsonStreamChannel(name, out);
        }
    }
}
