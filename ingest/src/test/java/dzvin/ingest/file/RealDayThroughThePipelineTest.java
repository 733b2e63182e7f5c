package dzvin.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dzvin.ingest.Outcome;
import dzvin.ingest.Rejection;
import dzvin.ingest.Told;
import dzvin.schemas.avro.NumberKind;
import dzvin.schemas.avro.RegionOrigin;
import dzvin.schemas.avro.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One true day of the Do Not Call service through the real steps. Figures of the file were counted with Python's csv. */
class RealDayThroughThePipelineTest {
    private static List<Outcome> outcomes;
    private static List<Report> reports;

    @BeforeAll
    static void processTheDay() {
        var pipeline = Told.american();
        var file = ReportFile.open(Sample.resource("ftc-dnc-2021-07-07.csv"), Format.FTC_DNC, Optional.empty());
        outcomes = Sample.reports(file).stream().map(pipeline::process).toList();
        reports = outcomes.stream()
                .filter(Outcome.Accepted.class::isInstance)
                .map(outcome -> ((Outcome.Accepted) outcome).report())
                .toList();
    }

    private static <K> Map<K, Long> count(Function<Report, K> key) {
        return reports.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.counting()));
    }

    @Test
    void everyRowIsAccepted() {
        assertThat(reports).hasSize(14_034);
    }

    @Test
    void everyNumberIsKeptInOneKindOrAnother() {
        assertThat(count(Report::getNumberKind))
                .containsExactly(
                        entry(NumberKind.WITHHELD, 674L),
                        entry(NumberKind.E164, 13_210L),
                        entry(NumberKind.SHORT_CODE, 3L),
                        entry(NumberKind.ALPHANUMERIC, 2L),
                        entry(NumberKind.IMPOSSIBLE, 145L));
    }

    @Test
    void everyStateIsARegionAndTheAreaCodeStandsInForTwelve() {
        assertThat(count(Report::getRegionOrigin))
                .containsEntry(RegionOrigin.GIVEN, 14_009L)
                .containsEntry(RegionOrigin.AREA_CODE, 12L)
                .containsEntry(RegionOrigin.UNKNOWN, 13L);
        assertThat(reports.stream()
                        .filter(report -> report.getRegionOrigin() == RegionOrigin.GIVEN)
                        .map(Report::getRegion)
                        .distinct())
                .hasSize(53);
    }

    @Test
    void theOneCalledTimeFromTheFutureIsAllThatIsSetAside() {
        var setAside = outcomes.stream()
                .flatMap(outcome -> ((Outcome.Accepted) outcome).setAside().stream())
                .toList();

        assertThat(setAside).extracting(Rejection::field).containsExactly("calledAt");
    }

    @Test
    void timesKeepTheirInstants() {
        assertThat(reports.get(0).getReceivedAt()).isBefore(Instant.parse("2021-07-07T04:10:00Z"));
        assertThat(reports.get(0).getReceivedOffsetMinutes()).isEqualTo(-240);
    }
}
