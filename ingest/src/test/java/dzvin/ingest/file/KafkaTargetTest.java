package dzvin.ingest.file;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.schemas.KafkaConnection;
import dzvin.schemas.avro.Report;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;

class KafkaTargetTest {
    @Test
    void aKafkaThatDoesNotAnswerIsToldInOneSentenceWithItsAddress() throws IOException {
        var address = "127.0.0.1:" + closedPort();
        var connection = new KafkaConnection(
                address,
                URI.create("http://127.0.0.1:1"),
                Map.of("default.api.timeout.ms", "300", "request.timeout.ms", "200"));
        var unused = Serdes.serdeFrom((String topic, Report report) -> new byte[0], (topic, bytes) -> null);

        try (var target = new KafkaTarget(connection, "dzvin.reports", unused)) {
            assertThatThrownBy(target::size)
                    .isInstanceOf(TargetFailedException.class)
                    .hasMessageContaining("the topic dzvin.reports of the Kafka at " + address);
        }
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
