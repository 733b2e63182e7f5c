package dzvin.standalone.kafka;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** As a process of its own: keeps three words for good, says so, and waits to be killed. */
final class KafkaProcess {
    static final String KEPT = "kept";

    private KafkaProcess() {}

    public static void main(String[] arguments) throws Exception {
        var kafka = new EmbeddedKafka(Path.of(arguments[0]), 0).start();
        new TestTopic(kafka.bootstrapServers()).create().write(List.of("one", "two", "three"));
        System.out.println(KEPT);
        new CountDownLatch(1).await();
    }
}
