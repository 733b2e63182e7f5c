package dzvin.bench.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** What R's {@code surveillance} rang on the same series, computed once by {@code bench/peers/peers.R}. */
final class PeerAlarms {
    private static final String FILE = "peer-alarms.csv.gz";
    private static final int CURRENT_WEEKS = WeeklySeries.WEEKS - WeeklySeries.FIRST_CURRENT + 1;

    private PeerAlarms() {}

    /** By method, then by series: the current weeks with an alarm. */
    static Map<String, Map<SeriesName, boolean[]>> read() {
        var byMethod = new TreeMap<String, Map<SeriesName, boolean[]>>();
        try (var in = PeerAlarms.class.getResourceAsStream(FILE);
                var lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Objects.requireNonNull(in, FILE)), StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> byMethod.computeIfAbsent(cells[3], any -> new TreeMap<>())
                            .put(name(cells), alarms(cells[4])));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
        return byMethod;
    }

    private static SeriesName name(String[] cells) {
        return new SeriesName(Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), Integer.parseInt(cells[2]));
    }

    private static boolean[] alarms(String offsets) {
        var alarms = new boolean[CURRENT_WEEKS];
        if (!offsets.isEmpty()) {
            for (String offset : offsets.split(" ", -1)) {
                alarms[Integer.parseInt(offset)] = true;
            }
        }
        return alarms;
    }
}
