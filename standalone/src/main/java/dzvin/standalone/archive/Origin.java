package dzvin.standalone.archive;

import dzvin.schemas.AvroContainerReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whose records an archive holds.
 *
 * @param topic that they lay in
 * @param cluster of that topic
 * @param partitions how many it had
 */
record Origin(String topic, String cluster, int partitions) {
    private static final String TOPIC = "dzvin.topic";
    private static final String CLUSTER = "dzvin.cluster";
    private static final String PARTITIONS = "dzvin.partitions";

    /** For the head of a file. */
    Map<String, String> notes() {
        return new TreeMap<>(Map.of(TOPIC, topic, CLUSTER, cluster, PARTITIONS, Integer.toString(partitions)));
    }

    /** What the head of a file says; empty if it is no file of an archive. */
    static Optional<Origin> in(AvroContainerReader file) {
        return file.note(PARTITIONS)
                .filter(number -> number.matches("[1-9]\\d{0,6}"))
                .map(number -> new Origin(
                        file.note(TOPIC).orElse(""), file.note(CLUSTER).orElse(""), Integer.parseInt(number)));
    }

    @Override
    public String toString() {
        return topic + " (" + partitions + " partitions, cluster " + cluster + ")";
    }
}
