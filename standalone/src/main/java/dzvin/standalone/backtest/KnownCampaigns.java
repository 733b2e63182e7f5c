package dzvin.standalone.backtest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dzvin.detector.core.view.Dimension;
import dzvin.schemas.avro.Report;
import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The campaigns that a file of labels tells of. */
public final class KnownCampaigns {
    private static final List<String> BY_REPORT = List.of("id", "campaign");
    private static final List<String> BY_KEY = List.of("key", "from", "to");

    private final Map<String, KnownCampaign> campaigns = new LinkedHashMap<>();
    private final Map<String, KnownCampaign> byId = new HashMap<>();

    private KnownCampaigns() {}

    /** None are known. */
    public static KnownCampaigns none() {
        return new KnownCampaigns();
    }

    /** Reads CSV with the columns {@code id,campaign} or {@code key,from,to}; times are read by the function. */
    public static KnownCampaigns read(Path file, Function<String, Instant> times) {
        var known = new KnownCampaigns();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            rows.forEach(row -> known.take(row, file, times));
        } catch (CsvParseException | UncheckedIOException e) {
            throw new UsageException("the labels " + file + " are no separated values: look at their quotes", e);
        } catch (IOException e) {
            throw new UsageException("cannot read the labels " + file, e);
        }
        if (known.campaigns.isEmpty()) {
            throw new UsageException("the labels " + file + " name no campaign");
        }
        return known;
    }

    /** Whether there are any. */
    public boolean areThere() {
        return !campaigns.isEmpty();
    }

    /** Notes when the reports of known campaigns were received. */
    public void hear(Report report) {
        var campaign = byId.get(report.getId());
        if (campaign != null) {
            campaign.seen(report.getReceivedAt().toEpochMilli());
        }
    }

    Collection<KnownCampaign> all() {
        return campaigns.values();
    }

    private void take(NamedCsvRecord row, Path file, Function<String, Instant> times) {
        var place = file + ":" + row.getStartingLineNumber();
        if (row.getHeader().containsAll(BY_REPORT)) {
            var campaign = campaigns.computeIfAbsent(row.getField("campaign"), KnownCampaign::new);
            campaign.add(row.getField("id"));
            byId.put(row.getField("id"), campaign);
        } else if (row.getHeader().containsAll(BY_KEY)) {
            var key = knownKey(row.getField("key"), place);
            var from = time(row, "from", place, times);
            var to = time(row, "to", place, times);
            if (!from.isBefore(to)) {
                throw new UsageException(place + " from must be before to, got " + from + " and " + to);
            }
            campaigns.put(key + " " + from, KnownCampaign.of(key, from.toEpochMilli(), to.toEpochMilli()));
        } else {
            throw new UsageException("the labels " + file + " must have the columns id,campaign or key,from,to, got "
                    + String.join(",", row.getHeader()));
        }
    }

    private static String knownKey(String key, String place) {
        for (String part : key.split(",")) {
            var word = part.substring(0, Math.max(0, part.indexOf('=')));
            if (Arrays.stream(Dimension.values())
                    .noneMatch(dimension -> dimension.word().equals(word))) {
                throw new UsageException(place + " key must be such as region=UA-32,feature=appeal-to-us, got " + key);
            }
        }
        return key;
    }

    private static Instant time(NamedCsvRecord row, String column, String place, Function<String, Instant> times) {
        try {
            return times.apply(row.getField(column));
        } catch (UsageException e) {
            throw new UsageException(place + " " + e.getMessage(), e);
        }
    }
}
