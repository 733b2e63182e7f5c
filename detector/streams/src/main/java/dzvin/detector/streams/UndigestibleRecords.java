package dzvin.detector.streams;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A record that a stage failed on stops the detector, for the stage may have changed half of its state: going on would count wrong in
 * silence. What can be known of a single report's content is known before, see {@link CoreReports}.
 */
public final class UndigestibleRecords implements ProcessingExceptionHandler {
    private LastWord last;

    @Override
    public void configure(Map<String, ?> settings) {
        last = LastWord.from(settings);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
        last.say("processing", context, context.sourceRawKey(), failure);
        return Response.fail();
    }
}
