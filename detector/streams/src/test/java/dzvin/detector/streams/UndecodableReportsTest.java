package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UndecodableReportsTest {
    private static final String REPORTS = Topics.LIVE.reports();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final UndecodableReports handler = new UndecodableReports();

    @BeforeEach
    void configure() {
        handler.configure(Map.of(
                UndecodableReports.REPORTS_TOPIC,
                REPORTS,
                UndecodableReports.METERS,
                new DetectorMeters(registry),
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                ReportsLog.undecodable(REPORTS)));
    }

    @Test
    void aReportThatCannotBeDecodedIsSetAsideByteForByteWithItsPlaceAndReason() {
        var bytes = new byte[] {9, 8, 7};

        var response =
                handler.handleError(null, record(REPORTS, bytes), new SerializationException("starts with 0x09"));

        assertThat(response.result()).isEqualTo(Result.RESUME);
        assertThat(response.deadLetterQueueRecords()).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo("dzvin.reports.undecodable");
            assertThat(letter.value()).isEqualTo(bytes);
            assertThat(header(letter, "dzvin.reason")).isEqualTo("starts with 0x09");
            assertThat(header(letter, "dzvin.partition")).isEqualTo("2");
            assertThat(header(letter, "dzvin.offset")).isEqualTo("41");
        });
        assertThat(setAside("undecodable")).isEqualTo(1);
        assertThat(setAside("unusable")).isZero();
    }

    private double setAside(String reason) {
        return registry.get("dzvin.detector.reports.undecodable")
                .tag("reason", reason)
                .counter()
                .count();
    }

    @Test
    void nothingIsSetAsideWhileTheRegistryIsAway() {
        var away = Rig.registryAway();

        var response = handler.handleError(null, record(REPORTS, new byte[] {0}), new RuntimeException(away));

        assertThat(response.result()).isEqualTo(Result.FAIL);
        assertThat(response.deadLetterQueueRecords()).isEmpty();
    }

    @Test
    void whatTheDetectorWroteItselfIsNeverSetAside() {
        var response = handler.handleError(
                null,
                record("dzvin-detector-cells-by-key-repartition", new byte[] {9}),
                new SerializationException("version 2"));

        assertThat(response.result()).isEqualTo(Result.FAIL);
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, byte[] value) {
        return new ConsumerRecord<>(topic, 2, 41, new byte[] {1}, value);
    }

    private static String header(org.apache.kafka.clients.producer.ProducerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
