package dzvin.detector.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.Digest;
import dzvin.detector.core.count.Voice;
import dzvin.detector.core.decide.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a crowd is made of. */
class MakeupTest {
    private static final long DAY = 24 * 3_600_000L;

    @Test
    void countsReportsByCodeAndPeopleByHowTheyWereCalled() {
        var makeup = Makeup.of(crowd(
                voice(1, 2, "+1", "US-NY", 0, "warranty", "irs"),
                voice(2, 1, "+2", "US-CA", 2 * DAY, "irs"),
                voice(3, 4, null, "US-CA", 0, "irs")));

        assertThat(makeup.regions(code -> 1.5)).containsExactly(share("US-CA", 5, 1.5), share("US-NY", 2, 1.5));
        assertThat(makeup.features()).containsExactly(share("irs", 7, 0), share("warranty", 2, 0));
        assertThat(makeup.numbers()).containsExactly(share("+1", 2, 0), share("+2", 1, 0));
        assertThat(makeup.numberCount()).isEqualTo(2);
        assertThat(makeup.withheld()).isEqualTo(1);
        assertThat(makeup.shareOfOld()).isEqualTo(1 / 3.0);
    }

    @Test
    void namesTheLargestOnlyAndThoseOfOneSizeInTheirOrder() {
        var voices = new ArrayList<Voice>();
        for (int i = 30; i > 0; i--) {
            voices.add(voice(i, i > 25 ? 9 : 1, "+" + (100 + i), "US-NY", 0));
        }

        var numbers = Makeup.of(crowd(voices.toArray(Voice[]::new))).numbers();

        assertThat(numbers.stream().map(Share::code))
                .containsExactly("+126", "+127", "+128", "+129", "+130", "+101", "+102", "+103", "+104", "+105");
    }

    @Test
    void aPersonOfSeveralHoursIsOne() {
        var headcount = new Headcount();
        LongStream.of(5, -7, 5, 0, -7, 0, 9).forEach(headcount::add);

        assertThat(headcount.different()).isEqualTo(4);
        headcount.add(-7);
        headcount.add(11);
        assertThat(headcount.different()).isEqualTo(5);
    }

    private static Crowd crowd(Voice... voices) {
        var hours = new TreeMap<Long, List<Voice>>();
        hours.put(0L, List.of(voices));
        return new Crowd(Cell.EVERYBODY, hours);
    }

    private static Voice voice(
            long person, int reports, String number, String region, long calledBefore, String... features) {
        var digest = new Digest(
                "report-" + person,
                10 * DAY,
                OptionalLong.of(10 * DAY - calledBefore),
                Optional.ofNullable(number),
                Optional.of(region),
                List.of(features),
                Optional.empty());
        return new Voice(person, reports, digest);
    }

    private static Share share(String code, long reports, double expected) {
        return new Share(code, reports, expected);
    }
}
