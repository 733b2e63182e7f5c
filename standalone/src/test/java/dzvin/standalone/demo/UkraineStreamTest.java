package dzvin.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.standalone.demo.UkrainePlan.PlantedPlan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UkraineStreamTest {
    private static final LocalDate DESK_DOWN = LocalDate.of(2025, 6, 10);
    private static final UkrainePlan PLAN = UkrainePlan.shipped();
    private static final UkraineStream SHIPPED = new UkraineStream(PLAN);

    @Test
    void theSamePlanGivesTheSameReportsInWhateverOrderStreamsAreMade() {
        var one = PLAN.withDays(20);
        var other = one.withSeed(7);

        var oneThenOther = List.of(digest(new UkraineStream(one)), digest(new UkraineStream(other)));
        var otherThenOne = List.of(digest(new UkraineStream(other)), digest(new UkraineStream(one)));

        assertThat(otherThenOne).containsExactly(oneThenOther.get(1), oneThenOther.get(0));
        assertThat(oneThenOther.get(0)).isNotEqualTo(oneThenOther.get(1));
    }

    @Test
    void aCampaignLeavesTheCalmBackgroundAsItWas() {
        var calm = new UkraineStream(PLAN.withCampaign(PlantedPlan.none()));

        assertThat(calm.truth().reports()).isEmpty();
        assertThat(calm.reports().stream().map(UkraineStreamTest::withoutId))
                .containsExactlyElementsOf(
                        background().stream().map(UkraineStreamTest::withoutId).toList());
    }

    @Test
    void reportsComeInTheOrderReceivedEachWithAnIdOfItsOwn() {
        var received =
                SHIPPED.reports().stream().map(UkraineStreamTest::received).toList();

        assertThat(received).isSorted();
        assertThat(received.get(0)).isAfterOrEqualTo(PLAN.begins());
        assertThat(received.get(received.size() - 1)).isBefore(PLAN.ends());
        assertThat(SHIPPED.reports()).map(report -> report.told().get(Field.ID)).doesNotHaveDuplicates();
    }

    @Test
    void everyReportSaysThatItIsGenerated() {
        assertThat(SHIPPED.reports())
                .allSatisfy(report -> assertThat(report.tells(Field.SOURCE)).contains("generated-demo"));
    }

    @Test
    void everyNumberIsMaskedOrWithheldSoThatNoneCanBeDialled() {
        assertThat(SHIPPED.reports())
                .allSatisfy(report -> assertThat(report.told().get(Field.NUMBER))
                        .matches("withheld|\\+380[0-9]{2}[0-9]{3}xxxx\\.[a-z0-9]{7}"));
    }

    @Test
    void everyContactIsAnAddressThatCannotExist() {
        assertThat(SHIPPED.reports())
                .allSatisfy(report ->
                        assertThat(report.told().get(Field.REPORTER)).matches("person-[a-z0-9]{8}@demo\\.invalid"));
    }

    @Test
    void thePhoneRangFromAFewMinutesToTwoDaysBeforeTheReport() {
        assertThat(SHIPPED.reports())
                .allSatisfy(report -> assertThat(Duration.between(called(report), received(report)))
                        .isBetween(Duration.ofMinutes(1), Duration.ofDays(2)));
    }

    @Nested
    class TheCalmBackground {
        @Test
        void hasThreeToFiveHundredReportsOnAnOrdinaryWeekday() {
            var weekdays = new TreeMap<>(perDay(background()));
            weekdays.keySet()
                    .removeIf(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY
                            || day.getDayOfWeek() == DayOfWeek.SUNDAY
                            || PLAN.isHoliday(day)
                            || day.equals(DESK_DOWN));

            assertThat(weekdays.values())
                    .hasSize(28)
                    .allSatisfy(count -> assertThat(count).isBetween(300L, 520L));
        }

        @Test
        void isCalmerAtWeekendsAndAtNight() {
            assertThat(mean(day -> day.getDayOfWeek() == DayOfWeek.SUNDAY))
                    .isLessThan(0.7 * mean(day -> day.getDayOfWeek() == DayOfWeek.WEDNESDAY));
            assertThat(background().stream().filter(report -> hour(report) < 6).count())
                    .isLessThan(background().size() / 20);
        }

        @Test
        void dipsOnTheHoliday() {
            var holiday = LocalDate.of(2025, 6, 9);

            assertThat(PLAN.isHoliday(holiday)).isTrue();
            assertThat((double) perDay(background()).get(holiday))
                    .isLessThan(0.85 * mean(day -> day.getDayOfWeek() == DayOfWeek.MONDAY && !day.equals(holiday)));
        }

        @Test
        void variesMoreThanAPoissonProcessWould() {
            var weekdays = perDay(background()).entrySet().stream()
                    .filter(day -> day.getKey().getDayOfWeek().getValue() <= 5 && !PLAN.isHoliday(day.getKey()))
                    .mapToDouble(Map.Entry::getValue)
                    .toArray();

            double mean = Arrays.stream(weekdays).average().orElseThrow();
            double variance = Arrays.stream(weekdays)
                            .map(count -> (count - mean) * (count - mean))
                            .sum()
                    / (weekdays.length - 1);
            assertThat(variance).isGreaterThan(1.3 * mean);
        }

        @Test
        void hasTwoHoursWithoutAReportWhenTheDeskWasDown() {
            var down = DESK_DOWN;

            assertThat(background().stream()
                            .filter(report -> day(report).equals(down))
                            .map(UkraineStreamTest::hour))
                    .contains(10, 13)
                    .doesNotContain(11, 12);
        }

        @Test
        void comesFromEveryRegionByItsPopulation() {
            var regions = background().stream()
                    .map(report -> report.told().get(Field.REGION))
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));

            assertThat(regions).containsKeys("UA-05", "Вінницька область", "Винницкая область");
            assertThat(regions.get("UA-30")).isGreaterThan(2 * regions.get("UA-74"));
        }

        @Test
        void holdsOnePersonWhoReportsOneNumberAgainAndAgain() {
            var reporters = background().stream()
                    .collect(Collectors.groupingBy(
                            report -> report.told().get(Field.REPORTER), TreeMap::new, Collectors.toList()));
            var loudest = reporters.values().stream()
                    .max((a, b) -> Integer.compare(a.size(), b.size()))
                    .orElseThrow();

            assertThat(loudest).hasSizeBetween(90, 170);
            assertThat(loudest.stream()
                            .map(report -> report.told().get(Field.NUMBER))
                            .distinct())
                    .hasSize(1);
        }

        @Test
        void speaksOfNoPlantedFeatureBeyondATrickle() {
            var planted =
                    List.of("claims-russian-official", "ukraine-refuses-return", "appeal-to-us", "appeal-to-russia");

            assertThat(background())
                    .allSatisfy(report -> assertThat(report.features()).doesNotContainAnyElementsOf(planted));
            assertThat(background().stream().filter(report -> report.features().contains("exchange-list")))
                    .hasSizeLessThan(20);
        }
    }

    @Nested
    class ThePlantedCampaign {
        private final List<RawReport> planted = SHIPPED.reports().stream()
                .filter(report ->
                        SHIPPED.truth().reports().contains(report.told().get(Field.ID)))
                .toList();

        @Test
        void startsSlowlyInTwoRegions() {
            var firstDay = within(Duration.ZERO, Duration.ofHours(12));

            assertThat(firstDay).hasSizeBetween(1, 12);
            assertThat(regions(firstDay)).isSubsetOf("UA-53", "UA-59");
        }

        @Test
        void becomesHundredsADayFromDifferentPeopleInMostRegions() {
            var lastDay = within(Duration.ofHours(112), Duration.ofHours(136));

            assertThat(lastDay).hasSizeBetween(120, 450);
            assertThat(lastDay.stream()
                            .map(report -> report.told().get(Field.REPORTER))
                            .distinct()
                            .count())
                    .isGreaterThan(lastDay.size() * 9L / 10);
            assertThat(regions(lastDay)).hasSizeGreaterThan(18);
        }

        @Test
        void showsAlmostNoNumberTwiceAndAThirdOfTheTimeNone() {
            var shown = planted.stream()
                    .map(report -> report.told().get(Field.NUMBER))
                    .filter(number -> !number.equals(RawReport.WITHHELD))
                    .toList();

            assertThat((double) shown.size() / planted.size()).isBetween(0.6, 0.74);
            assertThat((double) new TreeSet<>(shown).size() / shown.size()).isGreaterThan(0.93);
        }

        @Test
        void saysItInManyWaysInUkrainianAndRussian() {
            var texts = planted.stream()
                    .filter(report -> report.tells(Field.TEXT).isPresent())
                    .toList();

            assertThat(texts.stream()
                            .map(report -> report.told().get(Field.TEXT))
                            .distinct()
                            .count())
                    .isGreaterThan(texts.size() * 95L / 100);
            assertThat(texts.stream()
                            .filter(report -> report.told().get(Field.LANGUAGE).equals("ru"))
                            .count())
                    .isBetween(texts.size() / 6L, texts.size() / 2L);
        }

        @Test
        void leavesMostFeaturesToBeFoundInTheWords() {
            assertThat(planted.stream()
                            .filter(report -> report.features().isEmpty())
                            .count())
                    .isGreaterThan(planted.size() / 2);
        }

        @Test
        void isLabelledByOneRowForEachOfItsReports() {
            assertThat(SHIPPED.truth().labels().lines())
                    .hasSize(planted.size() + 1)
                    .startsWith("id,campaign");
        }

        private List<RawReport> within(Duration from, Duration to) {
            var begins = SHIPPED.truth().begins();
            return planted.stream()
                    .filter(report -> !received(report).isBefore(begins.plus(from))
                            && received(report).isBefore(begins.plus(to)))
                    .toList();
        }

        private static Collection<String> regions(List<RawReport> reports) {
            return Oblast.all().stream()
                    .filter(oblast -> reports.stream()
                            .map(report -> report.told().get(Field.REGION))
                            .anyMatch(told -> List.of(oblast.code(), oblast.nameUk(), oblast.nameRu())
                                    .contains(told)))
                    .map(Oblast::code)
                    .toList();
        }
    }

    private static List<RawReport> background() {
        return SHIPPED.reports().stream()
                .filter(report ->
                        !SHIPPED.truth().reports().contains(report.told().get(Field.ID)))
                .toList();
    }

    private static Map<Field, String> withoutId(RawReport report) {
        var told = new TreeMap<>(report.told());
        told.remove(Field.ID);
        return told;
    }

    private static Map<LocalDate, Long> perDay(List<RawReport> reports) {
        return reports.stream()
                .collect(Collectors.groupingBy(UkraineStreamTest::day, TreeMap::new, Collectors.counting()));
    }

    private static double mean(Predicate<LocalDate> days) {
        return perDay(background()).entrySet().stream()
                .filter(day -> days.test(day.getKey()))
                .mapToLong(Map.Entry::getValue)
                .average()
                .orElseThrow();
    }

    private static LocalDate day(RawReport report) {
        return received(report).atZone(UkrainePlan.ZONE).toLocalDate();
    }

    private static int hour(RawReport report) {
        return received(report).atZone(UkrainePlan.ZONE).getHour();
    }

    private static Instant received(RawReport report) {
        return OffsetDateTime.parse(report.told().get(Field.RECEIVED_AT)).toInstant();
    }

    private static Instant called(RawReport report) {
        return OffsetDateTime.parse(report.told().get(Field.CALLED_AT)).toInstant();
    }

    private static String digest(UkraineStream stream) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var report : stream.reports()) {
                sha.update((report.told().toString() + report.features()).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
