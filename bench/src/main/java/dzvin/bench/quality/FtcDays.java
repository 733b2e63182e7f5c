package dzvin.bench.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Complaints to the Do Not Call service of the US Federal Trade Commission by day: created_date, company_phone_number,
 * consumer_area_code, complaints. The file tells neither the hour nor who complained, so the hour is drawn and each complaint is somebody
 * else's; area codes are the regions.
 */
final class FtcDays {
    private static final String SHIPPED = "/dzvin/standalone/demo/ftc-daily-counts.csv.gz";
    private static final int SHORTEST_NUMBER = 10;

    private FtcDays() {}

    /** One line: so many complaints about one number from one area code on one day. */
    record Line(String number, String region, int complaints) {
        List<Account> accounts() {
            var told = number.length() < SHORTEST_NUMBER ? Optional.<String>empty() : Optional.of(number);
            var accounts = new ArrayList<Account>();
            for (int i = 0; i < complaints; i++) {
                accounts.add(new Account(region, List.of(), told, 0));
            }
            return accounts;
        }
    }

    /** The lines of each day of a file. */
    static NavigableMap<LocalDate, List<Line>> read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The lines of each day of the cut that ships with the demo, its numbers masked one to one. */
    static NavigableMap<LocalDate, List<Line>> shipped() {
        try (var in = FtcDays.class.getResourceAsStream(SHIPPED)) {
            return read(Objects.requireNonNull(in, SHIPPED));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SHIPPED, e);
        }
    }

    private static NavigableMap<LocalDate, List<Line>> read(InputStream in) throws IOException {
        var days = new TreeMap<LocalDate, List<Line>>();
        var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
        lines.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(cells -> days.computeIfAbsent(LocalDate.parse(cells[0]), any -> new ArrayList<>())
                        .add(new Line(cells[1], cells[2], Integer.parseInt(cells[3]))));
        return days;
    }

    /**
     * The same complaints, each on a day of the same weekday drawn at random: how many a number, an area code and a weekday have is as it is in the
     * file, and nothing begins, grows or ends. Whatever rings here is chance.
     */
    static NavigableMap<LocalDate, List<Line>> drawnAnew(NavigableMap<LocalDate, List<Line>> days, Dice dice) {
        var sameWeekday = new TreeMap<DayOfWeek, List<LocalDate>>();
        days.keySet()
                .forEach(day -> sameWeekday
                        .computeIfAbsent(day.getDayOfWeek(), any -> new ArrayList<>())
                        .add(day));
        var drawn = new TreeMap<LocalDate, List<Line>>();
        days.keySet().forEach(day -> drawn.put(day, new ArrayList<>()));
        days.forEach((day, lines) -> {
            var choice = sameWeekday.get(day.getDayOfWeek());
            lines.forEach(line -> {
                for (int i = 0; i < line.complaints(); i++) {
                    var another = choice.get(dice.below(choice.size()));
                    drawn.get(another).add(new Line(line.number(), line.region(), 1));
                }
            });
        });
        return drawn;
    }
}
