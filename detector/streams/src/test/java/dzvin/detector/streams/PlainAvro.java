package dzvin.detector.streams;

import dzvin.schemas.Topics;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Campaign;
import dzvin.schemas.avro.Report;
import dzvin.schemas.avro.Signal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** The detector's topics without a registry: Avro's own single-object encoding. */
final class PlainAvro {
    static final Serde<Report> REPORTS = serde(Report.getEncoder(), Report.getDecoder());
    static final Serde<Signal> SIGNALS = serde(Signal.getEncoder(), Signal.getDecoder());
    static final Serde<Campaign> CAMPAIGNS = serde(Campaign.getEncoder(), Campaign.getDecoder());
    static final Serde<Alert> ALERTS = serde(Alert.getEncoder(), Alert.getDecoder());

    private PlainAvro() {}

    static DetectorTopics topics() {
        var names = Topics.LIVE;
        return new DetectorTopics(
                new Topic<>("reports", names.reports(), Serdes.String(), REPORTS),
                new Topic<>("signals", names.signals(), Serdes.String(), SIGNALS),
                new Topic<>("campaigns", names.campaigns(), Serdes.String(), CAMPAIGNS),
                new Topic<>("alerts", names.alerts(), Serdes.String(), ALERTS));
    }

    private static <V> Serde<V> serde(BinaryMessageEncoder<V> encoder, BinaryMessageDecoder<V> decoder) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : bytes(encoder, value),
                (topic, bytes) -> bytes == null ? null : value(decoder, bytes));
    }

    private static <V> byte[] bytes(BinaryMessageEncoder<V> encoder, V value) {
        try {
            ByteBuffer buffer = encoder.encode(value);
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <V> V value(BinaryMessageDecoder<V> decoder, byte[] bytes) {
        try {
            return decoder.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
