package dzvin.standalone.archive;

import dzvin.schemas.avro.ArchivedRecord;
import dzvin.schemas.avro.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** An archive of three days of a topic of two partitions, made without Kafka. */
final class SampleArchive {
    static final LocalDate FIRST = LocalDate.of(2025, 6, 1);
    static final List<LocalDate> DAYS = List.of(FIRST, FIRST.plusDays(1), FIRST.plusDays(2));

    private static final Origin ORIGIN = new Origin("dzvin.reports", "a-cluster", 2);
    private static final int REPORTS_A_DAY = 200;

    private SampleArchive() {}

    static Path in(Path folder) {
        var archive = ArchiveFolder.openOrMake(folder);
        try (var days = new OpenDays(archive, ORIGIN)) {
            long offset = 0;
            for (LocalDate day : DAYS) {
                var at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
                for (int i = 0; i < REPORTS_A_DAY; i++) {
                    days.append(day, record(i % 2, offset + i / 2, at.plus(Duration.ofMinutes(7L * i))));
                }
                offset += REPORTS_A_DAY / 2;
            }
            days.finishBefore(LocalDate.MAX);
        }
        return folder;
    }

    static Path file(Path folder, LocalDate day) {
        return folder.resolve(DayFile.first(day).name());
    }

    private static ArchivedRecord record(int partition, long offset, Instant at) {
        var report = Report.newBuilder()
                .setId("r-" + partition + "-" + offset)
                .setReceivedAt(at)
                .setNumber("+38044" + (1_000_000 + offset * 7919 % 900_000))
                .setRegion("UA-32")
                .build();
        return ArchivedRecord.newBuilder()
                .setPartition(partition)
                .setOffset(offset)
                .setTimestamp(at)
                .setValue(report)
                .build();
    }
}
