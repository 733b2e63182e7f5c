package dzvin.detector.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import dzvin.schemas.RegistryUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets a report that cannot be decoded aside, byte for byte, with where it stood and why, and goes on. It does so in the
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

    private static final Logger log = LoggerFactory.getLogger(UndecodableReports.class);
    private static final int LONGEST_REASON = 1_000;

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
        log.atWarn()
                .addKeyValue("topic", report.topic())
                .addKeyValue("partition", report.partition())
                .addKeyValue("offset", report.offset())
                .addKeyValue("setAsideIn", deadLetters)
                .log("undecodable report set aside");
        meters.setAside();
        return Response.resume(List.of(letter(report, failure)));
    }

    private ProducerRecord<byte[], byte[]> letter(ConsumerRecord<byte[], byte[]> report, Exception failure) {
        var headers = new RecordHeaders(report.headers());
        headers.add("dzvin.reason", shortened(reason(failure)).getBytes(UTF_8));
        headers.add("dzvin.topic", report.topic().getBytes(UTF_8));
        headers.add("dzvin.partition", Integer.toString(report.partition()).getBytes(UTF_8));
        headers.add("dzvin.offset", Long.toString(report.offset()).getBytes(UTF_8));
        return new ProducerRecord<>(deadLetters, null, time(report), report.key(), report.value(), headers);
    }

    /** A record may have no time at all; the letter then gets the one at which it is written. */
    private static Long time(ConsumerRecord<byte[], byte[]> report) {
        return report.timestamp() < 0 ? null : Long.valueOf(report.timestamp());
    }

    private static String reason(Exception failure) {
        return Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
