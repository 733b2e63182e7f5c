package dzvin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.RawReport.Field;
import dzvin.schemas.avro.NumberKind;
import dzvin.schemas.avro.RegionOrigin;
import dzvin.schemas.avro.RejectionReason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportPipelineTest {
    @Test
    void theReportOfTheDesignIsNormalisedFieldByField() {
        var report = Told.call("+38 044 123-45-67")
                .with(Field.ID, "r-1")
                .with(Field.RECEIVED_AT, "2025-07-02T10:15:00Z")
                .with(Field.CALLED_AT, "2025-07-02T09:50:00+03:00")
                .with(Field.REGION, "UA-32")
                .with(Field.CHANNEL, "hotline")
                .with(Field.SOURCE, "desk 1")
                .with(Field.REPORTER, "olena@example.org")
                .with(Field.TEXT, "Дзвонив робот.")
                .with(Field.LANGUAGE, "uk")
                .ticking("claims-russian-official")
                .accepted();

        assertThat(report.getId()).isEqualTo("r-1");
        assertThat(report.getReceivedAt()).isEqualTo(Instant.parse("2025-07-02T10:15:00Z"));
        assertThat(report.getReceivedOffsetMinutes()).isZero();
        assertThat(report.getCalledAt()).isEqualTo(Instant.parse("2025-07-02T06:50:00Z"));
        assertThat(report.getCalledOffsetMinutes()).isEqualTo(180);
        assertThat(report.getNumber()).isEqualTo("+380441234567");
        assertThat(report.getNumberKind()).isEqualTo(NumberKind.E164);
        assertThat(report.getNumberCountry()).isEqualTo("UA");
        assertThat(report.getRegion()).isEqualTo("UA-32");
        assertThat(report.getRegionOrigin()).isEqualTo(RegionOrigin.GIVEN);
        assertThat(report.getChannel()).isEqualTo("hotline");
        assertThat(report.getSource()).isEqualTo("desk 1");
        assertThat(report.getGivenFeatures()).containsExactly("claims-russian-official");
        assertThat(report.getText()).isEqualTo("Дзвонив робот.");
        assertThat(report.getLanguage()).isEqualTo("uk");
    }

    @ParameterizedTest
    @EnumSource(
            value = Field.class,
            names = {"NUMBER", "REGION", "TEXT"})
    void oneThingSaidOfTheCallIsEnough(Field field) {
        var said = field == Field.REGION ? "Львівська область" : "0441234567";

        assertThat(Told.nothing().with(field, said).through(Told.ukrainian())).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aTickedFeatureAloneIsEnough() {
        assertThat(Told.nothing().ticking("threatens").accepted().getGivenFeatures())
                .containsExactly("threatens");
    }

    @Test
    void aReportThatSaysNothingOfTheCallIsRejected() {
        var rejected = Told.nothing()
                .with(Field.REPORTER, "olena@example.org")
                .with(Field.NUMBER, " ")
                .with(Field.CHANNEL, "hotline")
                .rejected();

        assertThat(rejected.reason()).isEqualTo(RejectionReason.EMPTY);
    }

    @Nested
    class WhatCannotBeUsed {
        @Test
        void isSetAsideWhereTheRestOfTheReportIsOfUse() {
            var told = Told.call("0441234567")
                    .with(Field.REGION, "Нарнія")
                    .with(Field.LANGUAGE, "мова солов'їна")
                    .ticking("Не код");

            assertThat(told.accepted().getRegion()).isNull();
            assertThat(told.setAside())
                    .extracting(Rejection::reason)
                    .containsExactly(
                            RejectionReason.BAD_REGION, RejectionReason.BAD_FEATURE, RejectionReason.BAD_LANGUAGE);
        }

        @Test
        void isTheReasonOfTheRejectionWhereNothingElseWasSaid() {
            assertThat(Told.nothing().with(Field.REGION, "Нарнія").rejected().reason())
                    .isEqualTo(RejectionReason.BAD_REGION);
            assertThat(Told.nothing().ticking("Не код").rejected().reason()).isEqualTo(RejectionReason.BAD_FEATURE);
        }
    }

    @Nested
    class Sizes {
        @Test
        void aTextThatNobodyCouldHaveToldIsTooLarge() {
            assertThat(Told.nothing().with(Field.TEXT, "а".repeat(20_001)).rejected())
                    .extracting(Rejection::reason, Rejection::field)
                    .containsExactly(RejectionReason.TOO_LARGE, "text");
        }

        @Test
        void moreThan16FeaturesAreTooMany() {
            var told = Told.nothing();
            for (int i = 0; i <= 16; i++) {
                told.ticking("feature-" + i);
            }

            assertThat(told.rejected().reason()).isEqualTo(RejectionReason.TOO_LARGE);
        }

        @Test
        void aLineWithControlCharactersIsNoLine() {
            assertThat(Told.call("0441234567").with(Field.SOURCE, "a\nb").rejected())
                    .extracting(Rejection::reason, Rejection::field)
                    .containsExactly(RejectionReason.BAD_FIELD, "source");
            assertThat(Told.call("0441234567")
                            .with(Field.ID, "a\u0000b")
                            .rejected()
                            .reason())
                    .isEqualTo(RejectionReason.BAD_ID);
        }

        @Test
        void controlCharactersInTheWordsAreLeftOut() {
            assertThat(Told.nothing()
                            .with(Field.TEXT, "ало\u0000\u200b,\nхто це?")
                            .accepted()
                            .getText())
                    .isEqualTo("ало,\nхто це?");
        }
    }

    @Nested
    class Features {
        @Test
        void areLowerCaseSortedAndEachThereOnce() {
            var report = Told.nothing()
                    .ticking("threatens")
                    .ticking(" Appeal-To-US ")
                    .ticking("threatens")
                    .accepted();

            assertThat(report.getGivenFeatures()).isEqualTo(List.of("appeal-to-us", "threatens"));
        }

        @Test
        void thatNoCodebookKnowsAreKept() {
            assertThat(Told.nothing().ticking("asks-for-a-poem").accepted().getGivenFeatures())
                    .containsExactly("asks-for-a-poem");
        }

        @Test
        void foundInTheWordsAreKeptApartWithTheCodebookThatFoundThem() {
            var report = Told.nothing()
                    .with(Field.TEXT, "Говорив автовідповідач.")
                    .ticking("threatens")
                    .accepted();

            assertThat(report.getExtractedFeatures()).containsExactly("recorded-voice");
            assertThat(report.getGivenFeatures()).containsExactly("threatens");
            assertThat(report.getCodebook()).isEqualTo("ua/1");
        }

        @Test
        void aReportWithoutWordsNamesNoCodebook() {
            assertThat(Told.call("0441234567").accepted().getCodebook()).isNull();
        }
    }

    @Test
    void theLanguageGetsItsOneSpelling() {
        assertThat(Told.call("0441234567")
                        .with(Field.LANGUAGE, "EN_us")
                        .accepted()
                        .getLanguage())
                .isEqualTo("en-US");
    }

    @Test
    void anotherCountrysReportsGetItsNumbersAndTheSamePseudonyms() {
        var told = Told.call("(202) 555-0143").with(Field.REPORTER, "olena@example.org");

        var american = ((Outcome.Accepted) told.through(Told.american())).report();

        assertThat(american.getNumber()).isEqualTo("+12025550143");
        assertThat(american.getReporter()).isEqualTo(told.accepted().getReporter());
    }
}
