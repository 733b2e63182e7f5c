package dzvin.standalone.demo;

import dzvin.standalone.demo.UkrainePlan.PlantedPlan;
import java.util.ArrayList;
import java.util.List;

/** How the planted campaign grows in time and from region to region. */
final class CampaignSpread {
    private static final double SECOND_REGION_HOUR = 12;
    private static final double LAST_REGION_HOUR = 96;
    private static final double RAMP_HOURS = 16;
    private static final double FIRST_REGIONS_BOOST = 1.6;

    private final List<Oblast> oblasts;
    private final PlantedPlan plan;
    private final double[] reachedAtHour;

    CampaignSpread(List<Oblast> oblasts, PlantedPlan plan, Draws draws) {
        this.oblasts = oblasts;
        this.plan = plan;
        this.reachedAtHour = new double[oblasts.size()];
        var later = new ArrayList<Integer>();
        for (int i = 0; i < oblasts.size(); i++) {
            if (!isFirst(i)) {
                later.add(draws.below(later.size() + 1), i);
            }
        }
        for (int rank = 0; rank < later.size(); rank++) {
            reachedAtHour[later.get(rank)] =
                    SECOND_REGION_HOUR + rank * (LAST_REGION_HOUR - SECOND_REGION_HOUR) / later.size();
        }
    }

    private boolean isFirst(int oblast) {
        return plan.firstRegions().contains(oblasts.get(oblast).code());
    }

    /** Reports a day, so many hours after the beginning. */
    double perDay(double hour) {
        double doublings = hour / (plan.doubling().toMinutes() / 60.0);
        return Math.min(plan.mostPerDay(), plan.firstPerDay() * StrictMath.pow(2, doublings));
    }

    /** Where a call is reported from, so many hours after the beginning: an index of the regions. */
    int region(double hour, Draws draws) {
        var weights = new double[oblasts.size()];
        for (int i = 0; i < weights.length; i++) {
            double since = hour - reachedAtHour[i];
            double ramp = since < 0 ? 0 : isFirst(i) ? FIRST_REGIONS_BOOST : Math.min(1, since / RAMP_HOURS);
            weights[i] = ramp * StrictMath.sqrt(oblasts.get(i).callers());
        }
        return draws.weighted(weights);
    }
}
