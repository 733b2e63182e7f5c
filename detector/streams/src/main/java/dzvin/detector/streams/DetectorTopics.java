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
        return of(topics, topics, serdes);
    }

    /**
     * Topics that come and go, whose schemas are registered under the names of others that stay: a replay leaves nothing behind in
     * the registry.
     */
    public static DetectorTopics of(Topics topics, Topics registered, AvroSerdes serdes) {
        return new DetectorTopics(
                topic("reports", topics.reports(), registered.reports(), serdes.serde(Report.class)),
                topic("signals", topics.signals(), registered.signals(), serdes.serde(Signal.class)),
                topic("campaigns", topics.campaigns(), registered.campaigns(), serdes.serde(Campaign.class)),
                topic("alerts", topics.alerts(), registered.alerts(), serdes.serde(Alert.class)));
    }

    private static <V> Topic<String, V> topic(String role, String name, String registered, Serde<V> values) {
        var patient = PatientSerde.of(values);
        var written = Serdes.serdeFrom(
                (topic, value) -> patient.serializer().serialize(registered, value), patient.deserializer());
        return new Topic<>(role, name, Serdes.String(), written);
    }
}
