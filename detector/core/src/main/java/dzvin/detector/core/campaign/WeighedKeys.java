package dzvin.detector.core.campaign;

import dzvin.detector.core.scan.NegativeBinomial;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.Watch;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Some keys with what they counted and what chance was expected to bring. */
record WeighedKeys(List<Weighed> keys) {
    /** So many standard deviations less is what is surely beyond the baseline. */
    private static final double SURE = 2;

    private static final double LEAST_MEAN = 1e-6;

    WeighedKeys {
        keys = List.copyOf(keys);
    }

    /** One of them, over some time. */
    record Weighed(ViewKey key, double people, double expected, double variance) {
        /** From one bucket, inclusive, to another, exclusive. */
        static Weighed of(ViewKey key, Watch watch, long from, long to) {
            double deviation = watch.chanceBetween(key, from, to)
                    .map(NegativeBinomial::deviation)
                    .orElse(0.0);
            return new Weighed(
                    key,
                    watch.peopleBetween(key, from, to),
                    watch.expectedBetween(key, from, to),
                    deviation * deviation);
        }

        double excess() {
            return people - expected;
        }

        double lift() {
            return people / Math.max(expected, LEAST_MEAN);
        }

        private Weighed more(Weighed other) {
            return excess() >= other.excess() ? this : other;
        }

        /** The region that its reports come from. */
        private Optional<String> region() {
            return Arrays.stream(key.text().split(",", -1))
                    .filter(part -> part.startsWith("region="))
                    .findFirst();
        }
    }

    /**
     * People whom they surely hold beyond their baselines, nobody twice: those of the largest key without a region, or of the largest of each region
     * together, since no report comes from two.
     */
    double surely() {
        var regions = new TreeMap<String, Weighed>();
        double wide = 0;
        for (Weighed one : keys) {
            var region = one.region();
            if (region.isPresent()) {
                regions.merge(region.get(), one, Weighed::more);
            } else {
                wide = Math.max(wide, sure(one.excess(), one.variance()));
            }
        }
        double excess = 0;
        double variance = 0;
        for (Weighed one : regions.values()) {
            excess += one.excess();
            variance += one.variance();
        }
        return Math.max(wide, sure(excess, variance));
    }

    private static double sure(double excess, double variance) {
        return excess - SURE * StrictMath.sqrt(variance);
    }

    List<ViewKey> names() {
        return keys.stream().map(Weighed::key).toList();
    }
}
