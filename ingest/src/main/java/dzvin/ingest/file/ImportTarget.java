package dzvin.ingest.file;

import dzvin.schemas.avro.Report;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Where imported reports are kept. */
public interface ImportTarget {
    /** How many records there are to look through for ids, at most. */
    long size();

    /** Hands over the id of every report that is there, with how many records were looked through now and then. */
    void forEachId(Consumer<String> ids, LongConsumer progress);

    /** Sends a report on its way; waits while too many are under way, throws if one of them failed. */
    void append(Report report);

    /** Waits until all reports are kept for good; throws if one of them is not. */
    void flush();
}
