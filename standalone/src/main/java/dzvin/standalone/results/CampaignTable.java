package dzvin.standalone.results;

import dzvin.schemas.avro.Campaign;
import dzvin.schemas.avro.RegionCount;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Campaigns as a table for people, those that began last on top. */
public final class CampaignTable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final String LAYOUT = "%-10s  %-16s  %-16s  %8s  %7s  %7s  %-24s  %s";
    private static final int REGIONS_SHOWN = 3;

    private final ZoneId zone;

    /** Times as the clocks of the zone show them. */
    public CampaignTable(ZoneId zone) {
        this.zone = zone;
    }

    /** A line of headings and one for each campaign. */
    public List<String> lines(Collection<Campaign> campaigns) {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                LAYOUT,
                "stage",
                "since",
                "raised",
                "reports",
                "people",
                "numbers",
                "regions",
                "campaign"));
        campaigns.stream()
                .sorted(Comparator.comparing(Campaign::getRaisedAt).reversed().thenComparing(Campaign::getId))
                .map(this::line)
                .forEach(lines::add);
        return lines;
    }

    private String line(Campaign campaign) {
        var evidence = campaign.getEvidence();
        return String.format(
                Locale.ROOT,
                LAYOUT,
                campaign.getStage(),
                TIME.format(campaign.getStageSince().atZone(zone)),
                TIME.format(campaign.getRaisedAt().atZone(zone)),
                campaign.getTotalReports(),
                evidence.getPeople(),
                evidence.getNumbers(),
                regions(evidence.getRegions()),
                campaign.getId());
    }

    private static String regions(List<RegionCount> regions) {
        var names =
                regions.stream().limit(REGIONS_SHOWN).map(RegionCount::getCode).collect(Collectors.joining(", "));
        return regions.size() > REGIONS_SHOWN ? names + ", +" + (regions.size() - REGIONS_SHOWN) : names;
    }
}
