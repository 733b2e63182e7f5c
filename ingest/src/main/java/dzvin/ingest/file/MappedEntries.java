package dzvin.ingest.file;

import dzvin.ingest.file.Mapping.Clocks;
import dzvin.ingest.file.Mapping.DayRule;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rows through a mapping. Where the mapping asks for it, or spreads reports over their day, a day's rows are held until the next day begins and told in the
 * order of their received times: sources that publish daily files do not keep the order within the day, and the detector
 * would have to count hours-old reports as late.
 */
final class MappedEntries implements EntryReader {
    /** Reports of one day that are held; a larger day is told in several ordered pieces. */
    static final int MOST_HELD = 200_000;

    private static final Comparator<Held> BY_TIME =
            Comparator.comparingLong(Held::millis).thenComparingLong(Held::arrival);

    /** One report of a row. Its time is made again when it is told: a whole day waits here. */
    private record Held(long millis, long arrival, Account account, int report) {}

    private final RowReader reader;
    private final RowMapper mapper;
    private final Clocks clocks;
    private final List<Held> held = new ArrayList<>();
    private Optional<SpreadDay> heldDay = Optional.empty();
    private Iterator<Entry> ready = Collections.emptyIterator();
    private long rows;
    private long arrivals;
    private boolean ended;

    MappedEntries(RowReader reader, RowMapper mapper, Clocks clocks) {
        this.reader = reader;
        this.mapper = mapper;
        this.clocks = clocks;
    }

    @Override
    public Optional<Entry> next() {
        while (!ready.hasNext() && !ended) {
            var row = reader.next();
            ended = row.isEmpty();
            row.ifPresentOrElse(this::take, this::release);
        }
        return ready.hasNext() ? Optional.of(ready.next()) : Optional.empty();
    }

    @Override
    public long rows() {
        return rows;
    }

    private void take(Row row) {
        rows++;
        if (row instanceof Row.Broken broken) {
            ready = List.<Entry>of(new Entry.Refused(broken.line(), broken.rejection()))
                    .iterator();
            return;
        }
        var reading = mapper.read((Row.Whole) row);
        if (reading instanceof RowMapper.Reading.Refused refused) {
            ready = List.<Entry>of(new Entry.Refused(row.line(), refused.rejection()))
                    .iterator();
        } else if (reading instanceof RowMapper.Reading.Understood understood) {
            tell(understood.account());
        }
    }

    private void tell(Account account) {
        if (!clocks.dayByDay() && !isSpread(account)) {
            ready = IntStream.rangeClosed(1, account.reports())
                    .mapToObj(report -> told(account, report, account.receivedAt(clocks)))
                    .iterator();
            return;
        }
        var day = heldDay.filter(known -> known.has(account.received()))
                .orElseGet(() -> SpreadDay.of(account.received(), clocks.zone()));
        boolean anotherDay =
                heldDay.filter(known -> known.date().equals(day.date())).isEmpty();
        if (anotherDay || held.size() + account.reports() > MOST_HELD) {
            release();
        }
        heldDay = Optional.of(day);
        for (int report = 1; report <= account.reports(); report++) {
            held.add(new Held(millis(account, report, day), arrivals++, account, report));
        }
    }

    private boolean isSpread(Account account) {
        return account.received().dayOnly() && clocks.dayOnly() == DayRule.SPREAD;
    }

    private long millis(Account account, int report, SpreadDay day) {
        return isSpread(account)
                ? day.millis(account.fingerprint(report))
                : account.receivedAt(clocks).toInstant().toEpochMilli();
    }

    private void release() {
        var day = new ArrayList<>(held);
        held.clear();
        day.sort(BY_TIME);
        ready = day.stream()
                .map(one -> told(one.account(), one.report(), received(one)))
                .iterator();
    }

    private OffsetDateTime received(Held one) {
        return isSpread(one.account())
                ? Instant.ofEpochMilli(one.millis()).atZone(clocks.zone()).toOffsetDateTime()
                : one.account().receivedAt(clocks);
    }

    private Entry told(Account account, int report, OffsetDateTime received) {
        return new Entry.Told(account.line(), account.report(report, received, clocks));
    }
}
