package dzvin.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.policy.Policies;
import dzvin.detector.streams.LabelsForPeople;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TimeLineTest {
    private static final Pattern NAME = Pattern.compile("<text x=\"([0-9.]+)\" y=\"12\">2025-03-0[2-9]</text>");

    @Test
    void theNameOfADayThatHasHardlyBegunIsNotCutOffAtTheEdge() {
        var trial = new Trial(new Candidate("ua", Policies.shipped("ua")), new LabelsForPeople());
        long from = Instant.parse("2025-03-01T12:00:00Z").toEpochMilli();
        long to = Instant.parse("2025-03-09T00:10:00Z").toEpochMilli();

        var picture = new TimeLine(from, to, ZoneOffset.UTC, "en").of(trial);

        assertThat(NAME.matcher(picture).results().map(name -> Double.parseDouble(name.group(1))))
                .hasSize(8)
                .allSatisfy(x -> assertThat(x).isLessThan(900.0));
    }
}
