package dzvin.bench.quality;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.Evidence;
import dzvin.detector.core.decide.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;

/** Two campaigns on one stream: whether each is told, and whether they are told as two. */
final class PairStudy {
    private static final StreamShape BACKGROUND = StreamShape.overdispersed(25, 7, 400);
    private static final int QUIET_DAYS = 28;
    private static final int BOTH_DAYS = 8;
    private static final int FIRST_SEED = 12_000;
    private static final int REGIONS = 6;
    /** So much of a campaign's reports makes a word one of its own. */
    private static final double OWN = 0.2;

    /**
     * Two campaigns, doubling in 40 hours up to 60 reports a day, in six regions each.
     *
     * @param elsewhere whether the second one is in six other regions
     * @param daysLater when the second one begins
     */
    private record Pair(String name, String firstWord, String secondWord, boolean elsewhere, int daysLater) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("two new words, other regions", "new", "newer", true, 0),
            new Pair("the same, the second two days later", "new", "newer", true, 2),
            new Pair("two new words, the same regions", "new", "newer", false, 0),
            new Pair("the same, the second two days later", "new", "newer", false, 2),
            new Pair("a new word and an everyday one, other regions", "new", "f0", true, 0),
            new Pair("a new word and an everyday one, the same regions", "new", "f0", false, 0),
            new Pair("two everyday words, other regions", "f0", "f1", true, 0),
            new Pair("one new word, other regions: one campaign", "new", "new", true, 0));

    /** Whether an alert led with a word, and whether one that did was MASS. */
    private record Word(boolean told, boolean mass) {
        static Word of(String word, List<CampaignAlert> alerts) {
            var led = alerts.stream().filter(alert -> leads(alert, word)).toList();
            return new Word(!led.isEmpty(), led.stream().anyMatch(alert -> alert.stage() == Stage.MASS));
        }
    }

    /**
     * What came of both.
     *
     * @param asOne whether at the end a campaign has both words, each in a fifth of its reports or more
     * @param leading campaigns that live at the end and lead with either word
     */
    private record Outcome(Word first, Word second, boolean asOne, int leading) {}

    private PairStudy() {}

    static List<String> of(int tries) {
        var lines = new ArrayList<String>();
        lines.add("| two campaigns | told: the first | the second | called MASS: the first | the second"
                + " | told as one at the end | campaigns at the end: most, least |");
        lines.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (Pair pair : PAIRS) {
            lines.add(row(
                    pair,
                    IntStream.range(0, tries)
                            .mapToObj(i -> run(pair, FIRST_SEED + i))
                            .toList()));
        }
        return lines;
    }

    private static Outcome run(Pair pair, long seed) {
        var stream = new Background(BACKGROUND, seed);
        long begin = (long) QUIET_DAYS * Background.BUCKETS_PER_DAY + 120;
        long second = begin + (long) pair.daysLater() * Background.BUCKETS_PER_DAY;
        var one = new Plant(shape(pair.firstWord()), begin, seed + 1);
        var other = new Plant(shape(pair.secondWord()), second, seed + 500_000);
        var bench = new Bench(BenchPolicy.withBudget(1));
        var alerts = new ArrayList<CampaignAlert>();
        for (long bucket = 0; bucket < second + (long) BOTH_DAYS * Background.BUCKETS_PER_DAY; bucket++) {
            var accounts = stream.bucket(bucket);
            accounts.addAll(one.bucket(bucket));
            for (Account account : other.bucket(bucket)) {
                accounts.add(pair.elsewhere() ? moved(account) : account);
            }
            for (var decision : bench.close(bucket, accounts)) {
                if (decision instanceof CampaignAlert alert && bucket >= begin) {
                    alerts.add(alert);
                }
            }
        }
        return outcome(pair, alerts);
    }

    private static Plant.Shape shape(String word) {
        return new Plant.Shape(word, 40, 60, REGIONS, 1, List.of(word));
    }

    private static Account moved(Account account) {
        int region = Integer.parseInt(account.region().substring(1)) + REGIONS;
        return new Account("R" + region, account.features(), account.number(), account.ageMillis());
    }

    private static Outcome outcome(Pair pair, List<CampaignAlert> alerts) {
        var latest = new TreeMap<UUID, CampaignAlert>();
        for (CampaignAlert alert : alerts) {
            latest.put(alert.campaign(), alert);
            alert.mergedFrom().forEach(latest::remove);
        }
        latest.values().removeIf(alert -> alert.stage() == Stage.ENDED);
        return new Outcome(
                Word.of(pair.firstWord(), alerts),
                Word.of(pair.secondWord(), alerts),
                latest.values().stream()
                        .anyMatch(alert ->
                                share(alert, pair.firstWord()) >= OWN && share(alert, pair.secondWord()) >= OWN),
                (int) latest.values().stream()
                        .filter(alert -> leads(alert, pair.firstWord()) || leads(alert, pair.secondWord()))
                        .count());
    }

    private static boolean leads(CampaignAlert alert, String word) {
        return alert.evidence().features().stream()
                .limit(1)
                .anyMatch(feature -> feature.code().equals(word));
    }

    private static double share(CampaignAlert alert, String word) {
        Evidence evidence = alert.evidence();
        return evidence.features().stream()
                .filter(feature -> feature.code().equals(word))
                .mapToDouble(feature -> feature.reports() / (double) evidence.reports())
                .sum();
    }

    private static String row(Pair pair, List<Outcome> outcomes) {
        var leading = outcomes.stream().mapToInt(Outcome::leading).summaryStatistics();
        return Text.of(
                "| %s | %d of %d | %d | %d | %d | **%d** | %d, %d |",
                pair.name(),
                outcomes.stream().filter(one -> one.first().told()).count(),
                outcomes.size(),
                outcomes.stream().filter(one -> one.second().told()).count(),
                outcomes.stream().filter(one -> one.first().mass()).count(),
                outcomes.stream().filter(one -> one.second().mass()).count(),
                outcomes.stream().filter(Outcome::asOne).count(),
                leading.getMax(),
                leading.getMin());
    }
}
