package dzvin.detector.core.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.policy.Policy;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HourOfWeekTest {
    private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
    private static final int SUNDAY = 6 * HourOfWeek.HOURS_OF_DAY;

    private final HourOfWeek hours =
            new HourOfWeek(new Policy.Calendar(KYIV, new TreeSet<>(List.of(LocalDate.of(2025, 12, 25)))));

    @Test
    void aWeekBeginsOnMondayAtMidnightOfTheZone() {
        assertThat(slot("2025-12-22T00:00")).isZero();
        assertThat(slot("2025-12-28T23:00")).isEqualTo(HourOfWeek.SLOTS - 1);
    }

    @Test
    void aHolidayIsASundayFromItsFirstHourToItsLast() {
        assertThat(slot("2025-12-24T23:00")).isEqualTo(2 * HourOfWeek.HOURS_OF_DAY + 23);
        assertThat(slot("2025-12-25T00:00")).isEqualTo(SUNDAY);
        assertThat(slot("2025-12-25T23:00")).isEqualTo(SUNDAY + 23);
        assertThat(slot("2025-12-26T00:00")).isEqualTo(4 * HourOfWeek.HOURS_OF_DAY);
    }

    @Test
    void anHourThatAClockSkipsIsNoneAndTheNextIsCalledByItsOwnName() {
        assertThat(slot("2025-03-30T02:00")).isEqualTo(SUNDAY + 2);
        assertThat(hours.slot(hour("2025-03-30T02:00") + 1)).isEqualTo(SUNDAY + 4);
    }

    private int slot(String local) {
        return hours.slot(hour(local));
    }

    private static long hour(String local) {
        return Math.floorDiv(LocalDateTime.parse(local).atZone(KYIV).toEpochSecond(), 3600L);
    }
}
