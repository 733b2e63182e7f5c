package dzvin.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.schemas.AvroContainerWriter;
import dzvin.schemas.avro.ArchivedRecord;
import dzvin.schemas.avro.NumberKind;
import dzvin.schemas.avro.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvroFileTest {
    @TempDir
    private Path folder;

    @Test
    void reportsOfAContainerFileAreTakenAsTheyAre() throws IOException {
        var reports = reports(1_000);

        assertThat(read(container(Report.class, reports))).isEqualTo(reports);
    }

    @Test
    void theFileMayBePackedOnceMore() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(container(Report.class, reports(10)));
        }

        assertThat(read(packed.toByteArray())).isEqualTo(reports(10));
    }

    @Test
    void ofADayOfAnArchiveTheReportsAreTaken() throws IOException {
        var report = reports(1).get(0);
        var heartbeat = archived(0).build();
        var told = archived(1).setValue(report).build();
        var unreadable = archived(2).setValue(ByteBuffer.wrap(new byte[] {7})).build();

        assertThat(read(container(ArchivedRecord.class, List.of(heartbeat, told, unreadable))))
                .containsExactly(report);
    }

    @Test
    void whatAnOlderWriterDidNotKnowHasItsDefault() throws IOException {
        var older = without(Set.of("scriptFamily", "numberKind", "language"));

        var read = read(container(older, record -> {}));

        assertThat(read).singleElement().satisfies(report -> {
            assertThat(report.getId()).isEqualTo("a");
            assertThat(report.getNumberKind()).isEqualTo(NumberKind.UNKNOWN);
            assertThat(report.getScriptFamily()).isNull();
        });
    }

    @Test
    void whatANewerWriterAddedIsPassedOver() throws IOException {
        var newer = new Schema.Parser()
                .parse(Report.getClassSchema()
                        .toString()
                        .replace(
                                "\"fields\":[",
                                "\"fields\":[{\"name\":\"mood\",\"type\":\"string\",\"default\":\"\"},"));

        assertThat(read(container(newer, record -> record.put("mood", "calm"))))
                .extracting(Report::getId)
                .containsExactly("a");
    }

    @Test
    void everyOtherFileIsRefusedInOneSentence() throws IOException {
        var other = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Call\",\"fields\":[{\"name\":\"id\",\"type\":\"string\"}]}");
        var incompatible = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Report\",\"fields\":[{\"name\":\"id\",\"type\":\"long\"}]}");
        var whole = container(Report.class, reports(5_000));

        assertRefused(container(other, record -> {}), "holds records called Call");
        assertRefused(container(incompatible, record -> record.put("id", 7L)), "its schema cannot be read as Report");
        assertRefused("{\"id\":\"a\"}".getBytes(StandardCharsets.UTF_8), "it is no Avro container file");
        assertRefused(new byte[0], "it is no Avro container file");
        assertRefused(Arrays.copyOf(whole, whole.length - 100), "it is damaged or cut short");
        var changed = whole.clone();
        changed[whole.length - 1] ^= 0x55;
        assertRefused(changed, "it is damaged or cut short");
    }

    @Test
    void aMappingHasNothingToSayAboutReports() throws IOException {
        var file = Files.write(folder.resolve("a.avro"), container(Report.class, reports(1)));

        assertThatThrownBy(() -> ReportFile.open(file, Format.AVRO, Optional.of(Mapping.bundled("fcc"))))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("takes no mapping");
    }

    private void assertRefused(byte[] bytes, String sentence) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("reports.avro")
                .hasMessageContaining(sentence);
    }

    private List<Report> read(byte[] bytes) throws IOException {
        var path = Files.write(folder.resolve("reports.avro"), bytes);
        var read = new ArrayList<Report>();
        try (var file = ReportFile.open(path, Format.AVRO, Optional.empty())) {
            file.forEach(entry -> read.add(((Entry.Ready) entry).report()));
            assertThat(file.rows()).isEqualTo(read.size());
        }
        return read;
    }

    private static List<Report> reports(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> Report.newBuilder()
                        .setId("r-" + i * 7919L)
                        .setReceivedAt(
                                Instant.parse("2025-06-01T00:00:00.123456Z").plusSeconds(i))
                        .setNumber("+38044" + (1_000_000 + i))
                        .setNumberKind(NumberKind.E164)
                        .setGivenFeatures(List.of("threat"))
                        .setText("слова " + i)
                        .build())
                .toList();
    }

    private static ArchivedRecord.Builder archived(long offset) {
        return ArchivedRecord.newBuilder().setPartition(0).setOffset(offset).setTimestamp(Instant.EPOCH);
    }

    private static <T extends SpecificRecord> byte[] container(Class<T> type, List<T> records) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = AvroContainerWriter.create(type, bytes, Map.of())) {
            for (T record : records) {
                writer.append(record);
            }
        }
        return bytes.toByteArray();
    }

    private interface Filling {
        void fill(GenericRecord record);
    }

    /** One report as another schema has it. */
    private static byte[] container(Schema schema, Filling filling) throws IOException {
        var record = new GenericData.Record(schema);
        for (var field : schema.getFields()) {
            if (field.defaultVal() != null) {
                record.put(field.name(), GenericData.get().getDefaultValue(field));
            }
        }
        if (schema.getField("id").schema().getType() == Schema.Type.STRING) {
            record.put("id", "a");
        }
        if (schema.getField("receivedAt") != null) {
            record.put("receivedAt", 1_000_000L);
        }
        filling.fill(record);
        var bytes = new ByteArrayOutputStream();
        try (var writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(schema))) {
            writer.create(schema, bytes).append(record);
        }
        return bytes.toByteArray();
    }

    private static Schema without(Set<String> fields) {
        var today = Report.getClassSchema();
        var kept = today.getFields().stream()
                .filter(field -> !fields.contains(field.name()))
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        return Schema.createRecord(today.getName(), today.getDoc(), today.getNamespace(), false, kept);
    }
}
