package dzvin.bench.quality;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The largest of what rang, with numbers shown by their block only: a number in a complaint proves nothing against its owner. */
final class FtcTable {
    private static final int SHOWN = 2;
    private static final int HIDDEN_DIGITS = 4;
    private static final long WEEK_MILLIS = 7L * 86_400_000;
    private static final int SHORT_CODE = 6;

    private FtcTable() {}

    static List<String> largest(List<CampaignAlert> rung, int most) {
        var first = new TreeMap<UUID, CampaignAlert>();
        var fullest = new TreeMap<UUID, CampaignAlert>();
        for (var alert : rung) {
            first.putIfAbsent(alert.campaign(), alert);
            fullest.merge(alert.campaign(), alert, FtcTable::fuller);
        }
        var lines = new ArrayList<String>();
        lines.add(
                "| day raised | by reports | at its largest: reports | expected | numbers | regions | leading numbers | leading regions |");
        lines.add("| --- | ---: | ---: | ---: | ---: | ---: | --- | --- |");
        fullest.values().stream()
                .sorted(Comparator.comparingLong(
                        (CampaignAlert alert) -> -alert.evidence().reports()))
                .limit(most)
                .forEach(alert -> lines.add(row(first.get(alert.campaign()), alert)));
        return lines;
    }

    /** What leads the campaigns at their largest: how many of each kind, and in which week after the first they were raised. */
    static String summary(List<CampaignAlert> rung) {
        var weeks = new TreeMap<Long, Integer>();
        var fullest = new TreeMap<UUID, CampaignAlert>();
        for (var alert : rung) {
            if (!fullest.containsKey(alert.campaign())) {
                weeks.merge((alert.at() - Bench.START) / WEEK_MILLIS, 1, Integer::sum);
            }
            fullest.merge(alert.campaign(), alert, FtcTable::fuller);
        }
        long numbers = fullest.values().stream()
                .filter(alert -> leads(alert.evidence().leadingNumbers(), alert))
                .count();
        long regions = fullest.values().stream()
                .filter(alert -> !leads(alert.evidence().leadingNumbers(), alert)
                        && leads(alert.evidence().regions(), alert))
                .count();
        return Text.of(
                "Of %d, one number brought half of the reports in %d, one area code half in %d others; raised by week since the first day: %s.",
                fullest.size(), numbers, regions, weeks);
    }

    private static boolean leads(List<Share> shares, CampaignAlert alert) {
        return !shares.isEmpty()
                && 2 * shares.get(0).reports() >= alert.evidence().reports();
    }

    private static CampaignAlert fuller(CampaignAlert one, CampaignAlert other) {
        return one.evidence().reports() >= other.evidence().reports() ? one : other;
    }

    private static String row(CampaignAlert first, CampaignAlert fullest) {
        var evidence = fullest.evidence();
        long day = (first.at() - Bench.START) / 86_400_000;
        return Text.of(
                "| %d | %d | %d | %.1f | %d | %d | %s | %s |",
                day,
                first.evidence().reports(),
                evidence.reports(),
                evidence.expected(),
                evidence.numbers(),
                evidence.regions().size(),
                leading(evidence.leadingNumbers()),
                leading(evidence.regions()));
    }

    private static String leading(List<Share> shares) {
        return shares.stream()
                .limit(SHOWN)
                .map(share -> masked(share.code()) + ": " + share.reports())
                .collect(Collectors.joining(", "));
    }

    private static String masked(String code) {
        return code.length() <= SHORT_CODE ? code : code.substring(0, code.length() - HIDDEN_DIGITS) + "…";
    }
}
