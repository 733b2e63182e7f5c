package dzvin.schemas;

import org.apache.kafka.common.KafkaException;

/**
 * The schema registry did not answer, or refused us for a reason that has nothing to do with the record at hand. The
 * record may be good: whoever sees this must stop or try again, and never set the record aside as bad.
 */
public final class RegistryUnavailableException extends KafkaException {
    private static final long serialVersionUID = 1L;

    RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
