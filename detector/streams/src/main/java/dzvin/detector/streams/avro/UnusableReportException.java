package dzvin.detector.streams.avro;

import org.apache.kafka.common.errors.SerializationException;

/** A report that can be decoded but not counted. It tells the field and the rule, never the content. */
public final class UnusableReportException extends SerializationException {
    private static final long serialVersionUID = 1L;

    UnusableReportException(String rule) {
        super(rule);
    }

    UnusableReportException(String rule, Throwable cause) {
        super(rule, cause);
    }
}
