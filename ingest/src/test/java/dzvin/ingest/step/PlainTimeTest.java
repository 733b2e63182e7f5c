package dzvin.ingest.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as machines tell them are read as the general parser reads them, and no others. */
class PlainTimeTest {
    @Property(tries = 500, seed = "20250627")
    void everyTimeOfWholeSecondsIsReadBack(
            @ForAll @LongRange(min = 0, max = 100_000_000_000L) long second,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int offsetMinutes) {
        var time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC)
                .atOffset(ZoneOffset.ofTotalSeconds(60 * offsetMinutes));

        assertThat(PlainTime.of(time.toString())).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T00:00Z",
                "2023-02-29T00:00Z",
                "2025-13-01T00:00:00Z",
                "2025-07-02T24:00:00Z",
                "2025-07-02T10:60:00Z",
                "2025-07-02T10:15:00+18:00",
                "2025-07-02T10:15:00-18:01",
                "2025-07-02T10:15:00+03:60",
                "2025-07-02T10:15:00-00:00",
                "2025-07-02T10:15:60+03:00"
            })
    void whatNoCalendarHasIsNotRead(String text) {
        assertThat(PlainTime.of(text)).isEqualTo(general(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025-07-02",
                "2025-07-02T10:15:00",
                "2025-07-02T10:15:00.5Z",
                "2025-07-02T10:15:00-04:00[America/New_York]",
                "2025-07-02T10:15:00+3",
                "2025-07-02T10:15:00 03:00",
                "٢٠٢٥-07-02T10:15:00Z"
            })
    void otherFormsAreLeftToTheGeneralParser(String text) {
        assertThat(PlainTime.of(text)).isEmpty();
    }

    private static Optional<OffsetDateTime> general(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
