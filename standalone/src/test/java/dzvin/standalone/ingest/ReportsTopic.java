package dzvin.standalone.ingest;

import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Report;
import dzvin.standalone.results.TopicReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What is in the topic of reports. */
public record ReportsTopic(KafkaConnection connection) {
    /** Heartbeats have no value and are no reports. */
    public List<Report> reports() {
        var records = new ArrayList<ConsumerRecord<String, Report>>();
        try (var serdes = new AvroSerdes(connection);
                var reader = new TopicReader<>(
                        connection,
                        Topics.LIVE.reports(),
                        serdes.serde(Report.class).deserializer())) {
            reader.readToEnd(records::add);
        }
        return records.stream()
                .map(ConsumerRecord::value)
                .filter(Objects::nonNull)
                .toList();
    }
}
