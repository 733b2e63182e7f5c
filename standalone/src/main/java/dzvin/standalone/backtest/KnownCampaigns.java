package dzvin.standalone.backtest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The campaigns that a file of labels tells of. */
public final class KnownCampaigns {
    private static final List<String> BY_REPORT = List.of("id", "campaign");
    private static final List<String> BY_KEY = List.of("key", "from", "to");

    private final Map<String, KnownCampaign> campaigns = new LinkedHashMap<>();
    private final Map<String, List<KnownCampaign>> byId = new HashMap<>();
    private final Map<KeyLabel, String> keyLabels = new LinkedHashMap<>();

    /** A key and the time in which its campaign went on; a key may have several campaigns. */
    private record KeyLabel(String key, Instant from, Instant to) {}

    private KnownCampaigns() {}

    /** None are known. */
    public static KnownCampaigns none() {
        return new KnownCampaigns();
    }

    /** Reads CSV with the columns {@code id,campaign} or {@code key,from,to}; times are read by the function. */
    public static KnownCampaigns read(Path file, Function<String, Instant> times) {
        var known = new KnownCampaigns();
        try (var rows = CsvReader.builder()
                .detectBomHeader(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(file)) {
            rows.forEach(row -> known.take(row, file, times));
        } catch (CsvParseException e) {
            throw new UsageException(
                    "the labels " + file + " are no separated values: look at their header and their quotes", e);
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException("cannot read the labels " + file, e);
        }
        known.nameKeyLabels();
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
        byId.getOrDefault(report.getId(), List.of())
                .forEach(campaign -> campaign.seen(report.getReceivedAt().toEpochMilli()));
    }

    /** Those of whose reports none was heard: nobody could have found them. */
    public List<String> unheard() {
        return campaigns.values().stream()
                .filter(campaign -> campaign.begins().isEmpty())
                .map(KnownCampaign::name)
                .toList();
    }

    Collection<KnownCampaign> all() {
        return campaigns.values();
    }

    private void take(NamedCsvRecord row, Path file, Function<String, Instant> times) {
        var place = file + ":" + row.getStartingLineNumber();
        requireWhole(row, place);
        if (row.getHeader().containsAll(BY_REPORT)) {
            var campaign = campaigns.computeIfAbsent(told(row, "campaign", place), KnownCampaign::new);
            var id = told(row, "id", place);
            campaign.add(id);
            var others = byId.getOrDefault(id, List.of());
            byId.put(
                    id,
                    Stream.concat(others.stream(), Stream.of(campaign))
                            .distinct()
                            .toList());
        } else if (row.getHeader().containsAll(BY_KEY)) {
            var key = knownKey(row.getField("key"), place);
            var from = time(row, "from", place, times);
            var to = time(row, "to", place, times);
            if (!from.isBefore(to)) {
                throw new UsageException(place + " from must be before to, got " + from + " and " + to);
            }
            keyLabels.put(new KeyLabel(key, from, to), row.getField("from") + " – " + row.getField("to"));
        } else {
            throw new UsageException("the labels " + file + " must have the columns id,campaign or key,from,to, got "
                    + String.join(",", row.getHeader()));
        }
    }

    /** A campaign is called by its key, and where the key has several, by its time too. */
    private void nameKeyLabels() {
        var campaignsOfKey =
                keyLabels.keySet().stream().collect(Collectors.groupingBy(KeyLabel::key, Collectors.counting()));
        keyLabels.forEach((label, time) -> {
            var name = campaignsOfKey.get(label.key()) == 1 ? label.key() : label.key() + " " + time;
            campaigns.put(
                    name,
                    KnownCampaign.of(
                            name,
                            label.key(),
                            label.from().toEpochMilli(),
                            label.to().toEpochMilli()));
        });
    }

    private static void requireWhole(NamedCsvRecord row, String place) {
        int wanted = row.getHeader().size();
        if (row.getFieldCount() != wanted) {
            throw new UsageException(place + " has " + row.getFieldCount() + " cells where the header has " + wanted
                    + ": put a cell with a comma into quotes");
        }
    }

    private static String told(NamedCsvRecord row, String column, String place) {
        var text = row.getField(column);
        if (text.isBlank()) {
            throw new UsageException(place + " does not say the " + column);
        }
        return text;
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
