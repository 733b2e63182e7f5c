package dzvin.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Files for tests: written in the test or kept beside it. */
final class Sample {
    static final String MAPPING = """
            name: desk
            zone: Europe/Kyiv
            times: yyyy-MM-dd HH:mm:ss
            fields:
              number: phone
              receivedAt: when
              text: words
            """;

    private Sample() {}

    static Path resource(String name) {
        try {
            return Path.of(Sample.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    static ReportFile csv(String content, String mapping) {
        return bytes(content.getBytes(UTF_8), Format.CSV, mapping);
    }

    static ReportFile bytes(byte[] content, Format format, String mapping) {
        var read = Optional.of(mapping).filter(text -> !text.isEmpty()).map(text -> MappingReader.read("test", text));
        return ReportFile.open(Source.of("test file", new ByteArrayInputStream(content)), format, read);
    }

    static List<Entry> entries(ReportFile file) {
        var entries = new ArrayList<Entry>();
        file.forEach(entries::add);
        return entries;
    }

    static List<RawReport> reports(ReportFile file) {
        return entries(file).stream()
                .filter(Entry.Told.class::isInstance)
                .map(entry -> ((Entry.Told) entry).report())
                .toList();
    }

    static List<Entry.Refused> refused(ReportFile file) {
        return entries(file).stream()
                .filter(Entry.Refused.class::isInstance)
                .map(Entry.Refused.class::cast)
                .toList();
    }

    static String told(RawReport report, Field field) {
        return report.tells(field).orElse("");
    }

    static byte[] gzip(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
