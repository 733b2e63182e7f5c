package dzvin.standalone.command;

import dzvin.ingest.Profile;
import dzvin.standalone.replay.History;
import dzvin.standalone.replay.LogStretch;
import java.util.List;
import java.util.function.Supplier;

/**
 * A history that was asked for, opened, and whoever watches it being told.
 *
 * @param task what it is, in words that another history does not have
 * @param stretch of the topic, if it is one
 * @param profile of the country whose reports it holds
 * @param notes what a person should know after it was told
 */
record OpenedHistory(
        History history,
        Supplier<String> task,
        LogStretch stretch,
        Profile profile,
        Supplier<List<String>> notes,
        ReplayDisplay display)
        implements AutoCloseable {
    @Override
    public void close() {
        history.close();
        display.close();
    }
}
