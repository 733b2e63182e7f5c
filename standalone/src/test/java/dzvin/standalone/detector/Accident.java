package dzvin.standalone.detector;

import dzvin.schemas.avro.Report;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Kills the stream thread that reads a certain report, in the middle of its transaction and with all of its tasks: the transaction is
 * aborted, and they start over from the last commit. Processes are killed in {@code ChaosIT}.
 */
final class Accident {
    private final AtomicLong reportsLeft;

    /** @param after so many reports, counting those that are read again */
    Accident(long after) {
        this.reportsLeft = new AtomicLong(after);
    }

    Serde<Report> over(Serde<Report> reports) {
        return Serdes.serdeFrom(reports.serializer(), (topic, bytes) -> {
            if (bytes != null && reportsLeft.decrementAndGet() == 0) {
                throw new AssertionError(
                        "planned by a test", new TimeoutException("a cause that is not of our making"));
            }
            return reports.deserializer().deserialize(topic, bytes);
        });
    }
}
