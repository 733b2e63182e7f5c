package dzvin.detector.streams;

import dzvin.detector.core.Report;
import dzvin.detector.streams.avro.ReportCodec;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Reports as core counts them, read in one step: whatever can be wrong with a single report comes to light while nothing of
 * it has been counted, and {@link UndecodableReports} can set it aside.
 */
final class CoreReports {
    private static final Serializer<Report> NEVER_WRITTEN = (topic, report) -> {
        throw new UnsupportedOperationException("reports are written by ingest");
    };

    private CoreReports() {}

    static Serde<Report> of(Deserializer<dzvin.schemas.avro.Report> decoded) {
        return Serdes.serdeFrom(NEVER_WRITTEN, (topic, bytes) -> {
            var report = decoded.deserialize(topic, bytes);
            return report == null ? null : ReportCodec.toCore(report);
        });
    }
}
