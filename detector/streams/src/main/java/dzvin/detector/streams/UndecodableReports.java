package dzvin.detector.streams;

import dzvin.detector.streams.avro.UnusableReportException;
import dzvin.schemas.RegistryUnavailableException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets a report that cannot be decoded, or is more than can be counted, aside, byte for byte, with where it stood and why, and goes on. It does so in the
 * transaction that moves past the record, so that it is set aside exactly once.
 *
 * <p>Two failures stop the task instead. While the registry is away nothing is known to be wrong with the record. And what
 * stands in the detector's own topics was written by the detector: if it cannot be read, going on would lose counts.
 */
public final class UndecodableReports implements DeserializationExceptionHandler {
    /** Setting: the topic whose records may be set aside. */
    static final String REPORTS_TOPIC = "dzvin.reports.topic";

    /** Setting: what counts the records that were set aside. */
    static final String METERS = "dzvin.detector.meters";

    /** Its bytes are no report. */
    private static final String UNDECODABLE = "undecodable";

    /** It is a report, and more than can be counted. */
    private static final String UNUSABLE = "unusable";

    /** What set-aside records are counted by. */
    static final List<String> REASONS = List.of(UNDECODABLE, UNUSABLE);

    private static final Logger log = LoggerFactory.getLogger(UndecodableReports.class);

    private String reports;
    private String deadLetters;
    private DetectorMeters meters;

    @Override
    public void configure(Map<String, ?> settings) {
        reports = settings.get(REPORTS_TOPIC).toString();
        deadLetters = settings.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG)
                .toString();
        meters = (DetectorMeters) settings.get(METERS);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> report, Exception failure) {
        if (!report.topic().equals(reports)
                || CauseOf.type(RegistryUnavailableException.class, failure).isPresent()) {
            return Response.fail();
        }
        var reason = reason(failure);
        log.atWarn()
                .addKeyValue("reason", reason)
                .addKeyValue("topic", report.topic())
                .addKeyValue("partition", report.partition())
                .addKeyValue("offset", report.offset())
                .addKeyValue("setAsideIn", deadLetters)
                .log("report set aside");
        meters.setAside(reason);
        return Response.resume(List.of(letter(report, failure)));
    }

    private ProducerRecord<byte[], byte[]> letter(ConsumerRecord<byte[], byte[]> report, Exception failure) {
        var headers = new Place(report.topic(), report.partition(), report.offset()).headers(report.headers(), failure);
        return new ProducerRecord<>(deadLetters, null, time(report), report.key(), report.value(), headers);
    }

    private static String reason(Exception failure) {
        return CauseOf.type(UnusableReportException.class, failure).isPresent() ? UNUSABLE : UNDECODABLE;
    }

    /** A record may have no time at all; the letter then gets the one at which it is written. */
    private static Long time(ConsumerRecord<byte[], byte[]> report) {
        return report.timestamp() < 0 ? null : Long.valueOf(report.timestamp());
    }
}
