package dzvin.detector.core.decide;

import static dzvin.detector.core.Reports.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A campaign of some new words that nobody has spoken for nearly three days, and the same words again: what the campaign has told begins no surge once it
 * has ended, so that what is said early of its keys within its last hour might have to be taken back.
 */
class EarlyWordAtTheEndTest {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long WAVE = EarlyStream.START + EarlyStream.QUIET;
    private static final long LAST = WAVE + 80 * HOUR;
    private static final int WAVE_PEOPLE = 20;
    private static final String WORDS = "new-words";

    /** When the campaign ends, if nobody says its words again. */
    private final long end = ended(run(List.of()));

    @Test
    void nothingIsSaidEarlyOfItsKeysWithinItsLastHour() {
        for (long before = 1; before < 60; before += 7) {
            var run = run(burst(end - before * MINUTE, 30));

            assertThat(early(run)).as("%d minutes before its end", before).isEmpty();
        }
    }

    @Test
    void someHoursBeforeTheSameIsSaid() {
        var run = run(burst(end - 3 * HOUR + 10 * MINUTE, 30));

        assertThat(early(run)).isNotEmpty();
        assertThat(unconfirmed(run)).isZero();
    }

    /** When these speak, its last hour has passed, but not closed. Two are no surge of their own, whatever was told before. */
    @ParameterizedTest(name = "{0} people just after its end")
    @ValueSource(ints = {1, 2, 3, 6})
    void nothingThatIsSaidEarlyIsTakenBackByItsEnd(int people) {
        assertThat(unconfirmed(run(burst(end + MINUTE / 2, people)))).isZero();
    }

    private static EarlyRun run(List<Report> again) {
        var run = new EarlyRun(1, () -> true);
        var reports = everyday();
        reports.addAll(burst(WAVE, WAVE_PEOPLE));
        reports.addAll(again);
        reports.sort(Comparator.comparingLong(Report::receivedAt));
        for (Report report : reports) {
            run.heartbeat(report.receivedAt() - MINUTE);
            run.take(report);
        }
        run.heartbeat(LAST);
        return run;
    }

    private static List<Report> everyday() {
        var reports = new ArrayList<Report>();
        for (long at = EarlyStream.START; at < LAST; at += 20 * MINUTE) {
            int i = reports.size();
            reports.add(report(at, "everyday-" + i, "UA-" + (10 + i % 6), "feature-" + i % 5));
        }
        return reports;
    }

    /** So many people within a minute. */
    private static List<Report> burst(long from, int people) {
        var reports = new ArrayList<Report>();
        for (int i = 0; i < people; i++) {
            long at = from + i * MINUTE / people;
            reports.add(report(at, "burst-" + at + "-" + i, "UA-20", WORDS));
        }
        return reports;
    }

    private static Report report(long at, String name, String region, String feature) {
        return aReport(name, at)
                .from(region)
                .saying(feature)
                .reportedBy("person-" + name)
                .build();
    }

    private static long ended(EarlyRun run) {
        var ends = run.decisions.stream()
                .filter(CampaignAlert.class::isInstance)
                .map(CampaignAlert.class::cast)
                .filter(alert -> alert.kind() == CampaignAlert.Kind.RESOLVED)
                .toList();
        assertThat(ends).hasSize(1);
        return ends.get(0).at();
    }

    /** What was said early after the wave itself. */
    private static List<EarlySignal> early(EarlyRun run) {
        return run.said.stream()
                .filter(EarlySignal.class::isInstance)
                .map(EarlySignal.class::cast)
                .filter(early -> early.at() > WAVE + HOUR)
                .toList();
    }

    private static int unconfirmed(EarlyRun run) {
        return run.said.stream()
                .filter(Settlement.class::isInstance)
                .mapToInt(settlement -> ((Settlement) settlement).unconfirmed())
                .sum();
    }
}
