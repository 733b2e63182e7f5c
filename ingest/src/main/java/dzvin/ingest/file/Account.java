package dzvin.ingest.file;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.ingest.file.Mapping.Clocks;
import dzvin.ingest.file.Mapping.DayRule;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/**
 * What the mapping made of a row: as many reports as it counts, equal but for their ids and, where only a day was told,
 * their times.
 *
 * @param told the fields but for id and both clocks
 * @param reports how many, 0 included
 * @param counted whether a column of the source counts them; then even a single one has a numbered id, so that a later
 *     edition of the file with a higher count adds only what is new
 */
record Account(
        long line,
        String id,
        EnumMap<Field, String> told,
        List<String> features,
        Moment received,
        Optional<Moment> called,
        int reports,
        boolean counted) {
    /** The received time of its reports, but where they are spread over their day. */
    OffsetDateTime receivedAt(Clocks clocks) {
        boolean atNoon = received.dayOnly() && clocks.dayOnly() == DayRule.NOON;
        return atNoon ? noon(received, clocks) : received.at();
    }

    /** By which one of its reports, counted from 1, is spread over the day. */
    Fingerprint fingerprint(int report) {
        return Fingerprint.of(idOf(report));
    }

    /** One of its reports, counted from 1, with its received time. */
    RawReport report(int report, OffsetDateTime at, Clocks clocks) {
        var fields = new EnumMap<>(told);
        fields.put(Field.ID, idOf(report));
        fields.put(Field.RECEIVED_AT, at.toString());
        called.ifPresent(moment ->
                fields.put(Field.CALLED_AT, calledAt(moment, at, clocks).toString()));
        return new RawReport(fields, features, clocks.zone());
    }

    private String idOf(int report) {
        return counted ? id + "#" + report : id;
    }

    /** A call of which only the day is known rang at noon, yet not after it was reported on that same day. */
    private static OffsetDateTime calledAt(Moment called, OffsetDateTime received, Clocks clocks) {
        if (!called.dayOnly()) {
            return called.at();
        }
        var noon = noon(called, clocks);
        boolean reportedThatMorning = noon.isAfter(received) && !called.at().isAfter(received);
        return reportedThatMorning ? received : noon;
    }

    private static OffsetDateTime noon(Moment day, Clocks clocks) {
        return day.at()
                .toLocalDate()
                .atTime(LocalTime.NOON)
                .atZone(clocks.zone())
                .toOffsetDateTime();
    }
}
