package dzvin.ingest.file;

import dzvin.ingest.Rejection;
import dzvin.ingest.file.Lines.Line;
import dzvin.ingest.json.Reading;
import dzvin.ingest.json.ReportJson;
import dzvin.schemas.avro.RejectionReason;
import java.util.Optional;

/** One report a line, as the HTTP gateway takes it. */
final class JsonEntries implements EntryReader {
    private final Lines lines;
    private long rows;

    JsonEntries(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Optional<Entry> next() {
        var line = lines.next();
        while (line.isPresent() && line.get().text().isBlank()) {
            line = lines.next();
        }
        return line.map(this::entry);
    }

    @Override
    public long rows() {
        return rows;
    }

    private Entry entry(Line line) {
        rows++;
        if (line.cut()) {
            var tooLong = new Rejection(RejectionReason.TOO_LARGE, "", "the line is too long for a report");
            return new Entry.Refused(line.number(), tooLong);
        }
        var reading = ReportJson.line(line.text());
        return reading instanceof Reading.Told told
                ? new Entry.Told(line.number(), told.report())
                : new Entry.Refused(line.number(), ((Reading.Refused) reading).rejection());
    }
}
