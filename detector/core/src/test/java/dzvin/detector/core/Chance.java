package dzvin.detector.core;

import java.util.SplittableRandom;

/** Seeded draws for tests. */
public final class Chance {
    private final SplittableRandom random;

    public Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public double uniform() {
        return random.nextDouble();
    }

    /** Poisson count, mean below 700. */
    public int poisson(double mean) {
        double end = StrictMath.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > end; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    /** Gamma factor of mean one (Marsaglia and Tsang 2000), variance below one. */
    public double factor(double variance) {
        double shape = 1 / variance;
        double d = shape - 1.0 / 3;
        while (true) {
            double x = normal();
            double v = StrictMath.pow(1 + x / StrictMath.sqrt(9 * d), 3);
            if (v > 0 && StrictMath.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v / shape;
            }
        }
    }

    private double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }
}
