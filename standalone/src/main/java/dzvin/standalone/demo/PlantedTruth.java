package dzvin.standalone.demo;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which generated reports belong to the planted campaign. For tests, benches and the line that the demo prints after
 * its alarms; the detector never sees it.
 *
 * @param begins from when on the campaign was planted
 * @param ends when the stream ended, the campaign still going on
 * @param reports the ids of its reports
 */
public record PlantedTruth(Instant begins, Instant ends, SortedSet<String> reports) {
    public PlantedTruth {
        reports = Collections.unmodifiableSortedSet(new TreeSet<>(reports));
    }

    /** As labels for a back-test: CSV with the columns {@code id} and {@code campaign}. */
    public String labels() {
        var csv = new StringBuilder("id,campaign\n");
        reports.forEach(id -> csv.append(id).append(",planted\n"));
        return csv.toString();
    }
}
