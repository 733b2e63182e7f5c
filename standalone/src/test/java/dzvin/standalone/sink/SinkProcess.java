package dzvin.standalone.sink;

import dzvin.sink.ChannelConfig;
import dzvin.sink.SinkApp;
import dzvin.sink.SinkConfig;
import dzvin.sink.webhook.WebhookConfig;
import dzvin.telemetry.Telemetry;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A sink as a process of its own, so that it can be killed: Kafka, registry, file, webhook. */
final class SinkProcess {
    private SinkProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        var connection = Desk.connectionTo(arguments[0], URI.create(arguments[1]));
        var config = SinkConfig.local(0)
                .withChannels(List.of(
                        new ChannelConfig.File(Path.of(arguments[2])),
                        new ChannelConfig.Webhook(WebhookConfig.to(URI.create(arguments[3])))));
        new SinkApp(config, connection, Desk.TOPICS, new Telemetry()).start();
        new CountDownLatch(1).await();
    }
}
