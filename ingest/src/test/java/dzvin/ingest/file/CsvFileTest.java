package dzvin.ingest.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.schemas.avro.RejectionReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
    private static final String HEADER = "phone,when,words\n";

    private static List<String> words(ReportFile file) {
        return Sample.reports(file).stream()
                .map(report -> Sample.told(report, Field.TEXT))
                .toList();
    }

    @Test
    void aCellInQuotesMaySpanLinesAndItsRowHasTheNumberOfItsFirst() {
        var file = Sample.csv(
                HEADER + "1,2025-07-02 10:00:00,\"two\r\nlines, one cell\"\r\n2,2025-07-02 10:01:00,next\r\n",
                Sample.MAPPING);

        var entries = Sample.entries(file);

        assertThat(entries.stream().map(Entry::line)).containsExactly(2L, 4L);
        assertThat(((Entry.Told) entries.get(0)).report().tells(Field.TEXT)).contains("two\nlines, one cell");
    }

    @Test
    void emptyLinesAreNoRows() {
        var file = Sample.csv("\n" + HEADER + "\n1,2025-07-02 10:00:00,a\n  \n", Sample.MAPPING);

        assertThat(Sample.entries(file).stream().map(Entry::line)).containsExactly(4L);
        assertThat(file.rows()).isEqualTo(1);
    }

    @Test
    void theOrderAndTheCaseOfColumnsDoNotMatterAndOthersAreLeftAlone() {
        var file = Sample.csv("Other,WORDS,When,Phone\nx,a,2025-07-02 10:00:00,1\n", Sample.MAPPING);

        var report = Sample.reports(file).get(0);

        assertThat(report.tells(Field.NUMBER)).contains("1");
        assertThat(report.tells(Field.RECEIVED_AT)).contains("2025-07-02T10:00+03:00");
    }

    @Test
    void anotherDelimiterAndAnotherCharacterSetAreReadWhereTheMappingNamesThem() {
        var mapping = Sample.MAPPING + "delimiter: ';'\ncharset: windows-1251\n";
        var content = "phone;when;words\n1;2025-07-02 10:00:00;Ваш син, кажуть\n";

        var file = Sample.bytes(content.getBytes(Charset.forName("windows-1251")), Format.CSV, mapping);

        assertThat(words(file)).containsExactly("Ваш син, кажуть");
    }

    @Test
    void aFileWithoutAHeaderLineIsReadWhereTheMappingNamesItsColumns() {
        var file = Sample.csv("1,2025-07-02 10:00:00,a\n", Sample.MAPPING + "columns: [phone, when, words]\n");

        assertThat(words(file)).containsExactly("a");
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstColumnsName() {
        var file = Sample.csv("\uFEFF" + HEADER + "1,2025-07-02 10:00:00,a\n", Sample.MAPPING);

        assertThat(Sample.reports(file).get(0).tells(Field.NUMBER)).contains("1");
    }

    @Nested
    class Defects {
        @Test
        void aQuoteInsideAnUnquotedCellIsACharacter() {
            var file = Sample.csv(HEADER + "1,2025-07-02 10:00:00,5\" pipe\n", Sample.MAPPING);

            assertThat(words(file)).containsExactly("5\" pipe");
        }

        @Test
        void aQuoteThatNeverClosesCostsOnlyItsOwnLine() {
            var file = Sample.csv(
                    HEADER + "1,2025-07-02 10:00:00,\"open\n2,2025-07-02 10:01:00,b\n3,2025-07-02 10:02:00,c\n",
                    Sample.MAPPING);

            var entries = Sample.entries(file);

            assertThat(entries).hasSize(3);
            assertThat(entries.get(0)).isInstanceOf(Entry.Refused.class);
            assertThat(entries.get(0).line()).isEqualTo(2);
            assertThat(entries.subList(1, 3)).allMatch(Entry.Told.class::isInstance);
        }

        @Test
        void aQuoteThatClosesInsideALaterRowCostsOnlyItsOwnLine() {
            var file = Sample.csv(
                    HEADER + "1,2025-07-02 10:00:00,\"open\n2,2025-07-02 10:01:00,\"b, quoted\"\n", Sample.MAPPING);

            var entries = Sample.entries(file);

            assertThat(entries.stream().map(Entry::line)).containsExactly(2L, 3L);
            assertThat(entries.get(0)).isInstanceOf(Entry.Refused.class);
            assertThat(((Entry.Told) entries.get(1)).report().tells(Field.TEXT)).contains("b, quoted");
        }

        @Test
        void aRowWithTooManyOrTooFewCellsIsRefused() {
            var file = Sample.csv(HEADER + "1,2025-07-02 10:00:00\n1,2025-07-02 10:00:00,a,b\n", Sample.MAPPING);

            assertThat(Sample.refused(file))
                    .extracting(refused -> refused.rejection().reason())
                    .containsExactly(RejectionReason.MALFORMED, RejectionReason.MALFORMED);
        }

        @Test
        void aLineTooLongForAnyReportIsRefusedAndTheNextOneRead() {
            var file = Sample.csv(
                    HEADER + "1,2025-07-02 10:00:00," + "a".repeat(2 * Lines.LONGEST) + "\n2,2025-07-02 10:01:00,b\n",
                    Sample.MAPPING);

            var entries = Sample.entries(file);

            assertThat(((Entry.Refused) entries.get(0)).rejection().reason()).isEqualTo(RejectionReason.TOO_LARGE);
            assertThat(entries.get(1)).isInstanceOf(Entry.Told.class);
            assertThat(entries.get(1).line()).isEqualTo(3);
        }

        @Test
        void aDateThatIsNoneIsRefused() {
            var file = Sample.csv(HEADER + "1,2025-02-30 10:00:00,a\n1,yesterday,a\n1,,a\n", Sample.MAPPING);

            assertThat(Sample.refused(file)).hasSize(3).allSatisfy(refused -> {
                assertThat(refused.rejection().reason()).isEqualTo(RejectionReason.BAD_TIME);
                assertThat(refused.rejection().field()).isEqualTo("receivedAt");
            });
        }

        @Test
        void noDetailQuotesACellForItMayHoldAContact() {
            var file = Sample.csv(HEADER + "secret,secret,secret\nsecret,\"secret\n", Sample.MAPPING);

            assertThat(Sample.refused(file))
                    .hasSize(2)
                    .noneMatch(refused -> refused.toString().contains("secret"));
        }
    }

    @Nested
    class WholeFile {
        @TempDir
        private Path folder;

        @Test
        void gzipIsToldByItsFirstBytesAndNotByItsName() throws IOException {
            var file = folder.resolve("reports.csv");
            Files.write(file, Sample.gzip((HEADER + "1,2025-07-02 10:00:00,a\n").getBytes(UTF_8)));

            try (var reports = open(file)) {
                assertThat(words(reports)).containsExactly("a");
                assertThat(reports.totalBytes()).hasValue(Files.size(file));
            }
        }

        @Test
        void gzipThatIsCutShortIsToldInOneSentence() {
            var whole = Sample.gzip((HEADER + "1,2025-07-02 10:00:00,a\n".repeat(5_000)).getBytes(UTF_8));
            var half = Arrays.copyOf(whole, whole.length / 2);

            assertThatThrownBy(() -> Sample.entries(Sample.bytes(half, Format.CSV, Sample.MAPPING)))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining("test file is cut short or damaged");
        }

        @Test
        void gzipOfOnlyItsFirstBytesIsToldInOneSentence() {
            var start = Arrays.copyOf(Sample.gzip(new byte[10]), 6);

            assertThatThrownBy(() -> Sample.bytes(start, Format.CSV, Sample.MAPPING))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining("cut short or damaged");
        }

        @Test
        void aMissingFileAndAFolderAreToldInOneSentence() {
            assertThatThrownBy(() -> open(folder.resolve("none.csv")))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining("there is no file");
            assertThatThrownBy(() -> open(folder))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining("is a folder");
        }

        @Test
        void anEmptyFileIsToldInOneSentence() {
            assertThatThrownBy(() -> Sample.csv("", Sample.MAPPING))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining("is empty");
        }

        @Test
        void aFileThatIsNoSeparatedValuesIsNotCalledEmpty() {
            assertThatThrownBy(() -> Sample.csv("{\"id\": \"b1\", \"number\": \"+380\"}\n", Sample.MAPPING))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining("is no file of separated values");
        }

        @Test
        void linesThatEndWithACarriageReturnAloneAreNotTakenForAHeader() {
            assertThatThrownBy(() -> Sample.csv("phone,when,words\r1,2025-07-02 10:00:00,a\r", Sample.MAPPING))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining("ends its lines with a carriage return alone");
        }

        @Test
        void aFileOfAnotherFormatIsToldWithTheColumnsThatItLacks() {
            assertThatThrownBy(() -> Sample.bytes((HEADER + "1,2,3\n").getBytes(UTF_8), Format.FTC_DNC, ""))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining("no file of format ftc-dnc")
                    .hasMessageContaining("company phone number (for number)")
                    .hasMessageContaining("its columns are phone, when, words");
        }

        @Test
        void csvWithoutAMappingIsToldInOneSentence() {
            assertThatThrownBy(() -> ReportFile.open(folder.resolve("a.csv"), Format.CSV, Optional.empty()))
                    .isInstanceOf(UnusableFileException.class)
                    .hasMessageContaining("csv needs a mapping");
        }

        private ReportFile open(Path file) {
            return ReportFile.open(file, Format.CSV, Optional.of(MappingReader.read("test", Sample.MAPPING)));
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeWithANameIsReadToItsEnd(@TempDir Path folder) throws IOException, InterruptedException {
        var pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        var content = HEADER + "1,2025-07-02 10:00:00,a\n".repeat(20_000);
        var writer = CompletableFuture.runAsync(() -> {
            try {
                Files.writeString(pipe, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        try (var file = ReportFile.open(pipe, Format.CSV, Optional.of(MappingReader.read("test", Sample.MAPPING)))) {
            assertThat(Sample.entries(file)).hasSize(20_000);
        }
        writer.join();
    }

    @Test
    void aRemarkInsteadOfANumberIsANameUnlessTheSourcesFormAsksForDigits() {
        var content = HEADER + "Multiple#s,2025-07-02 10:00:00,a\n";

        assertThat(Sample.reports(Sample.csv(content, Sample.MAPPING)).get(0).tells(Field.NUMBER))
                .contains("Multiple#s");
        assertThat(Sample.reports(Sample.csv(content, Sample.MAPPING + "numberNeedsDigits: yes\n"))
                        .get(0)
                        .tells(Field.NUMBER))
                .contains(RawReport.WITHHELD);
    }

    @Test
    void aNumberThatShowsNothingIsWithheld() {
        var file = Sample.csv(
                HEADER + ",2025-07-02 10:00:00,a\n ___-____ ,2025-07-02 10:00:00,b\nn/a,2025-07-02 10:00:00,c\n",
                Sample.MAPPING + "absent: [N/A]\n");

        assertThat(Sample.reports(file))
                .hasSize(3)
                .allMatch(report -> report.tells(Field.NUMBER).equals(Optional.of(RawReport.WITHHELD)));
    }
}
