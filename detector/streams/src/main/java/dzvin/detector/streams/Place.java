package dzvin.detector.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Where a record stands that something is wrong with. */
record Place(String topic, int partition, long offset) {
    private static final int LONGEST_REASON = 1_000;

    /** The record's own headers, then why it is told of and where it stands. */
    Headers headers(Headers own, Throwable failure) {
        var headers = own == null ? new RecordHeaders() : new RecordHeaders(own);
        return headers.add("dzvin.reason", reason(failure).getBytes(UTF_8))
                .add("dzvin.topic", String.valueOf(topic).getBytes(UTF_8))
                .add("dzvin.partition", Integer.toString(partition).getBytes(UTF_8))
                .add("dzvin.offset", Long.toString(offset).getBytes(UTF_8));
    }

    /** In the failure's own words, or by its type. */
    static String reason(Throwable failure) {
        var reason = Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
