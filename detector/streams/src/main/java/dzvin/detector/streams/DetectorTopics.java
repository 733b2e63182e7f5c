package dzvin.detector.streams;

import dzvin.schemas.AvroSerdes;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Campaign;
import dzvin.schemas.avro.Report;
import dzvin.schemas.avro.Signal;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** The topics that the detector shares with others, and how their records are written. */
public record DetectorTopics(
        Topic<String, Report> reports,
        Topic<String, Signal> signals,
        Topic<String, Campaign> campaigns,
        Topic<String, Alert> alerts) {

    /** Avro by the registry, waiting for it while it is away. */
    public static DetectorTopics of(Topics topics, AvroSerdes serdes) {
        return new DetectorTopics(
                topic("reports", topics.reports(), serdes.serde(Report.class)),
                topic("signals", topics.signals(), serdes.serde(Signal.class)),
                topic("campaigns", topics.campaigns(), serdes.serde(Campaign.class)),
                topic("alerts", topics.alerts(), serdes.serde(Alert.class)));
    }

    private static <V> Topic<String, V> topic(String role, String name, Serde<V> values) {
        return new Topic<>(role, name, Serdes.String(), PatientSerde.of(values));
    }
}
