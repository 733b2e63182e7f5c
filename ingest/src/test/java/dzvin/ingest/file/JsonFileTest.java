package dzvin.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.schemas.avro.RejectionReason;
import org.junit.jupiter.api.Test;

class JsonFileTest {
    private static ReportFile ndjson(String content, String mapping) {
        return Sample.bytes(content.getBytes(UTF_8), Format.NDJSON, mapping);
    }

    @Test
    void aLineIsAReportAsHttpTakesIt() {
        var file = ndjson("""
                {"id":"r-1","receivedAt":"2025-07-02T10:15:00Z","number":"+38 044 123-45-67","features":["appeal-to-us"]}

                {"number":null,"text":"words"}
                """, "");

        var reports = Sample.reports(file);

        assertThat(reports).hasSize(2);
        assertThat(reports.get(0).tells(Field.ID)).contains("r-1");
        assertThat(reports.get(0).tells(Field.NUMBER)).contains("+38 044 123-45-67");
        assertThat(reports.get(0).features()).containsExactly("appeal-to-us");
        assertThat(reports.get(1).tells(Field.NUMBER)).contains(RawReport.WITHHELD);
        assertThat(reports.get(1).tells(Field.ID)).isEmpty();
    }

    @Test
    void aLineThatIsNoReportIsRefusedWithItsNumberAndTheNextOneRead() {
        var file =
                ndjson("{\"text\":\n[1]\n{\"txt\":\"a\"}\n{\"text\":7}\n{\"features\":\"a\"}\n{\"text\":\"a\"}\n", "");

        var entries = Sample.entries(file);

        assertThat(entries.stream().map(Entry::line)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(entries.subList(0, 5))
                .extracting(entry -> ((Entry.Refused) entry).rejection().reason())
                .containsExactly(
                        RejectionReason.MALFORMED,
                        RejectionReason.MALFORMED,
                        RejectionReason.UNKNOWN_FIELD,
                        RejectionReason.BAD_FIELD,
                        RejectionReason.BAD_FIELD);
        assertThat(entries.get(5)).isInstanceOf(Entry.Told.class);
    }

    @Test
    void anyObjectIsReadThroughAMapping() {
        var mapping = """
                name: partner
                zone: UTC
                times: yyyy-MM-dd HH:mm
                fields:
                  receivedAt: at
                  number: caller.phone
                features:
                  - column: tags
                    prefix: tag-
                """;
        var file = ndjson(
                "{\"at\":\"2025-07-02 10:00\",\"caller\":{\"phone\":\"102\"},\"tags\":[\"Asks money\",\"Robot\"]}\n",
                mapping);

        var report = Sample.reports(file).get(0);

        assertThat(report.tells(Field.NUMBER)).contains("102");
        assertThat(report.tells(Field.RECEIVED_AT)).contains("2025-07-02T10:00Z");
        assertThat(report.features()).containsExactly("tag-asks-money", "tag-robot");
    }
}
