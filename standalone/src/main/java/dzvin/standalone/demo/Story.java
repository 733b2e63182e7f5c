package dzvin.standalone.demo;

import dzvin.ingest.Profile;
import dzvin.sink.console.Banner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a demo plays: a history of reports and what to say about it. */
public interface Story {
    /** Whose numbers, regions and rules. */
    Profile profile();

    /** What the console says across its top. */
    Banner banner();

    /** Where the reports come from, for a person who is about to see them. */
    List<String> opening();

    /** Bytes on disk that the demo takes at its peak, with something to spare. */
    long roomNeeded();

    /** Hands over every report, in the order of its received time within each day. The folder is there for files to unpack. */
    void tell(DemoFeed feed, Path folder) throws IOException;

    /** What the detector was not told, for after its alarms. */
    List<String> closing();
}
