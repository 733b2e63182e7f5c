package dzvin.standalone.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.internals.AppInfoParser;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A file beside Kafka's data that says which Kafka last wrote them. Older data are read and stamped anew; newer data would
 * fail somewhere inside with words that help nobody.
 */
final class VersionStamp {
    static final String FILE = "dzvin.data";
    private static final Pattern CONTENT = Pattern.compile("kafka (\\S+) metadata-level (\\d{1,5})\\s*");

    private VersionStamp() {}

    /** Refuses data of a newer or foreign Kafka, then stamps the folder. */
    static void check(Path folder, boolean holdsKafkaData) throws IOException {
        var file = folder.resolve(FILE);
        short level = MetadataVersion.latestProduction().featureLevel();
        var ours = "kafka " + AppInfoParser.getVersion() + " metadata-level " + level + "\n";
        if (Files.exists(file)) {
            refuseNewer(folder, Files.readString(file, UTF_8), level);
        } else if (holdsKafkaData) {
            throw new UsageException(
                    folder + " holds the data of a Kafka that is not dzvin's: choose another folder with data.dir");
        }
        Files.writeString(file, ours, UTF_8);
    }

    private static void refuseNewer(Path folder, String stamp, short level) {
        var content = CONTENT.matcher(stamp);
        if (!content.matches()) {
            return; // cut short by a full disk or a kill: Kafka's own checks still stand
        }
        if (Integer.parseInt(content.group(2)) > level) {
            throw new UsageException("the data in " + folder + " were written by Kafka " + content.group(1)
                    + ", and this dzvin has " + AppInfoParser.getVersion()
                    + ": use the newer dzvin, or choose another folder with data.dir");
        }
    }
}
