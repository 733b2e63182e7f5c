package dzvin.standalone.demo;

import dzvin.ingest.RawReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The generated stream for Ukraine: calm weeks of everyday unwanted calls, then a campaign. A function of its plan alone.
 * Every report names {@code generated-demo} as its source; numbers are masked, contacts cannot exist.
 */
public final class UkraineStream {
    private final List<RawReport> reports;
    private final PlantedTruth truth;

    private record Placed(ToldCall call, int strand, int rank) {}

    private static final Comparator<Placed> AS_RECEIVED = Comparator.<Placed, Instant>comparing(
                    placed -> placed.call().receivedAt())
            .thenComparingInt(Placed::strand)
            .thenComparingInt(Placed::rank);

    public UkraineStream(UkrainePlan plan) {
        var oblasts = Oblast.all();
        var words = Words.bundled();
        var placed = new ArrayList<Placed>();
        var strands = new ArrayList<Strand>();
        strands.add(new PlantedCampaign(plan, oblasts, words));
        EverydayKind.all().forEach(kind -> strands.add(new EverydayCalls(plan, kind, oblasts, words)));
        strands.add(new SerialComplainant(plan, words));
        strands.add(new LocalFlare(plan, words));
        for (int strand = 0; strand < strands.size(); strand++) {
            place(strands.get(strand).calls(), strand, plan, placed);
        }
        placed.sort(AS_RECEIVED);

        var told = new ArrayList<RawReport>(placed.size());
        var planted = new TreeSet<String>();
        for (int i = 0; i < placed.size(); i++) {
            var id = String.format(Locale.ROOT, "ua-%d-%06d", plan.seed(), i + 1);
            told.add(placed.get(i).call().numbered(id));
            if (placed.get(i).strand() == 0) {
                planted.add(id);
            }
        }
        this.reports = List.copyOf(told);
        this.truth = new PlantedTruth(plan.campaignBegins(), plan.ends(), planted);
    }

    private static void place(List<ToldCall> calls, int strand, UkrainePlan plan, List<Placed> placed) {
        for (int rank = 0; rank < calls.size(); rank++) {
            if (!plan.isOutage(calls.get(rank).receivedAt())) {
                placed.add(new Placed(calls.get(rank), strand, rank));
            }
        }
    }

    /** Every report, in the order in which the desk received them. */
    public List<RawReport> reports() {
        return reports;
    }

    /** Which of them were planted. */
    public PlantedTruth truth() {
        return truth;
    }
}
