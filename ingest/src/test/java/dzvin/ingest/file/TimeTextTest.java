package dzvin.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    @Property(tries = 500)
    void aTimeIsWrittenAsTheJdkWritesIt(
            @ForAll @LongRange(min = -70_000_000_000L, max = 300_000_000_000L) long seconds,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes) {
        var time = Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60));

        assertThat(TimeText.of(time)).isEqualTo(time.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2020-02-14T10:15:07-05:00",
                "2020-02-14T10:15:00-05:00",
                "2020-02-14T10:15:07Z",
                "2020-02-14T10:15:07.250+02:00",
                "2020-02-14T10:15:07-00:30",
                "1890-02-14T10:15:07+02:02:04",
                "-0044-03-15T10:15:07+00:50",
                "+12020-02-14T10:15:07+02:00"
            })
    void soIsOneOfAnUnusualForm(String written) {
        var time = OffsetDateTime.parse(written);

        assertThat(TimeText.of(time)).isEqualTo(time.toString());
    }
}
