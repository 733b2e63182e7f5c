package dzvin.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.schemas.avro.Report;
import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownCampaignsTest {
    private static final Instant EIGHT = Instant.parse("2025-06-01T08:00:00Z");

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("labels.csv"), text);
    }

    private KnownCampaigns known(String text) throws IOException {
        return KnownCampaigns.read(file(text), Instant::parse);
    }

    @Test
    void oneKeyMayHaveSeveralCampaignsEvenAtOnce() throws IOException {
        var known = known("""
                key,from,to
                region=UA-32,2025-06-01T00:00:00Z,2025-06-03T00:00:00Z
                region=UA-46,2025-06-01T00:00:00Z,2025-06-03T00:00:00Z
                region=UA-32,2025-06-02T00:00:00Z,2025-06-05T00:00:00Z
                region=UA-32,2025-06-02T00:00:00Z,2025-06-09T00:00:00Z
                """);

        assertThat(known.all())
                .extracting(KnownCampaign::name)
                .containsExactly(
                        "region=UA-32 2025-06-01T00:00:00Z – 2025-06-03T00:00:00Z",
                        "region=UA-46",
                        "region=UA-32 2025-06-02T00:00:00Z – 2025-06-05T00:00:00Z",
                        "region=UA-32 2025-06-02T00:00:00Z – 2025-06-09T00:00:00Z");
    }

    @Test
    void oneReportMayBelongToTwoCampaigns() throws IOException {
        var known = known("id,campaign\n1,inner\n1,outer\n1,outer\n2,outer\n");

        known.hear(Report.newBuilder().setId("1").setReceivedAt(EIGHT).build());

        assertThat(known.all())
                .allSatisfy(campaign -> assertThat(campaign.begins()).hasValue(EIGHT.toEpochMilli()));
        assertThat(known.unheard()).isEmpty();
    }

    @Test
    void aCampaignOfWhichNoReportIsThereIsKnownByName() throws IOException {
        var known = known("id,campaign\n1,one\n2,other\n");

        known.hear(Report.newBuilder().setId("1").setReceivedAt(EIGHT).build());

        assertThat(known.unheard()).containsExactly("other");
    }

    @Test
    void theMarkThatSpreadsheetsPutInFrontIsNoPartOfAName() throws IOException {
        assertThat(known("\uFEFFid,campaign\r\n1,one\r\n").all())
                .extracting(KnownCampaign::name)
                .isEqualTo(List.of("one"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id,campaign^1,a^2              | :3 has 1 cells where the header has 2
            id,campaign^"1,a               | :2 has 1 cells where the header has 2
            id,campaign^1,a,b              | :2 has 3 cells where the header has 2: put a cell with a comma into quotes
            id,campaign^,a                 | :2 does not say the id
            id,campaign^1,                 | :2 does not say the campaign
            id,id,campaign^1,2,a           | are no separated values: look at their header
            """)
    void aRowThatIsNotWholeIsToldWithItsLine(String text, String problem) throws IOException {
        var labels = file(text.replace('^', '\n'));

        assertThatThrownBy(() -> KnownCampaigns.read(labels, Instant::parse))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void aFolderIsNoFileOfLabels() {
        assertThatThrownBy(() -> KnownCampaigns.read(folder, Instant::parse))
                .isInstanceOf(UsageException.class)
                .hasMessage("cannot read the labels " + folder);
    }
}
