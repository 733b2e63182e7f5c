package dzvin.detector.streams;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * A record that Kafka does not take, since it is too large for example, stops the detector: without it a count or an alert would be
 * missing in silence. What is kept is the record that led to it, for what is too large for one topic is too large for another.
 */
public final class UnwritableRecords implements ProductionExceptionHandler {
    private LastWord last;

    @Override
    public void configure(Map<String, ?> settings) {
        last = LastWord.from(settings);
    }

    /** As Kafka's own handler does, what may yet succeed is tried again. */
    @Override
    public Response handleError(ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception failure) {
        if (failure instanceof RetriableException) {
            return Response.retry();
        }
        last.say("writing to " + record.topic(), context, keyOf(context, record), failure);
        return Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // Kafka's own signature
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception failure,
            SerializationExceptionOrigin origin) {
        last.say("serializing for " + record.topic(), context, context.sourceRawKey(), failure);
        return Response.fail();
    }

    private static byte[] keyOf(ErrorHandlerContext context, ProducerRecord<byte[], byte[]> written) {
        return context.sourceRawKey() == null ? written.key() : context.sourceRawKey();
    }
}
