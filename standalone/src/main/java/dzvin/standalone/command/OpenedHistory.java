package dzvin.standalone.command;

import dzvin.ingest.Profile;
import dzvin.standalone.replay.History;
import java.util.List;
import java.util.function.Supplier;

/**
 * A history that was asked for, opened, and whoever watches it being told.
 *
 * @param profile of the country whose reports it holds
 * @param notes what a person should know after it was told
 */
record OpenedHistory(History history, Profile profile, Supplier<List<String>> notes, ReplayDisplay display)
        implements AutoCloseable {
    @Override
    public void close() {
        history.close();
        display.close();
    }
}
