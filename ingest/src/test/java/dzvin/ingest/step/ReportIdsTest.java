package dzvin.ingest.step;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.CountryPipelines;
import dzvin.ingest.Outcome;
import dzvin.ingest.PipelineSettings;
import dzvin.ingest.Profile;
import dzvin.ingest.RawReport.Field;
import dzvin.ingest.Told;
import dzvin.schemas.Secret;
import dzvin.schemas.avro.RejectionReason;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ReportIdsTest {
    private static Told call() {
        return Told.call("0441234567")
                .with(Field.TEXT, "ало")
                .ticking("threatens")
                .ticking("sales");
    }

    @Test
    void aToldIdIsKept() {
        assertThat(call().with(Field.ID, "ticket 17#2").accepted().getId()).isEqualTo("ticket 17#2");
    }

    @Test
    void aBlankIdIsNone() {
        assertThat(call().with(Field.ID, " ").rejected().reason()).isEqualTo(RejectionReason.BAD_ID);
        assertThat(call().with(Field.ID, "x".repeat(201)).rejected().reason()).isEqualTo(RejectionReason.BAD_ID);
    }

    @Test
    void aRetryIsTheSameReportThoughItArrivesLater() {
        var later = new CountryPipelines(
                new PipelineSettings(Profile.UA, Told.KEY), InstantSource.fixed(Told.NOW.plusSeconds(60)));

        var retry = (Outcome.Accepted) call().through(later.pipeline());

        assertThat(retry.report().getId()).isEqualTo(call().accepted().getId());
    }

    @Test
    void theOrderInWhichFeaturesWereTickedDoesNotMatter() {
        var other =
                Told.call("0441234567").with(Field.TEXT, "ало").ticking("sales").ticking("threatens");

        assertThat(other.accepted().getId()).isEqualTo(call().accepted().getId());
    }

    @Test
    void anotherWordOrTimeOrPersonIsAnotherReport() {
        var ids = new String[] {
            call().accepted().getId(),
            call().with(Field.TEXT, "алло").accepted().getId(),
            call().with(Field.CALLED_AT, "2025-07-02T09:00:00Z").accepted().getId(),
            call().with(Field.REPORTER, "olena@example.org").accepted().getId(),
            call().with(Field.REPORTER, "ivan@example.org").accepted().getId(),
            call().with(Field.SOURCE, "ало").accepted().getId(),
        };

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void aPersonWhoSpellsTheContactAnotherWayHasNotReportedAnew() {
        assertThat(call().with(Field.REPORTER, "067 123 45 67").accepted().getId())
                .isEqualTo(
                        call().with(Field.REPORTER, "+380671234567").accepted().getId());
    }

    @Test
    void nobodyWithoutTheKeyCanTryContactsAgainstAnId() {
        var otherKey = new CountryPipelines(
                new PipelineSettings(Profile.UA, new Secret("another key that only tests use")),
                InstantSource.fixed(Told.NOW));

        var elsewhere = (Outcome.Accepted) call().through(otherKey.pipeline());

        assertThat(elsewhere.report().getId())
                .matches("r-[0-9a-f]{32}")
                .isNotEqualTo(call().accepted().getId());
    }
}
