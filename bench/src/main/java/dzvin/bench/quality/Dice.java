package dzvin.bench.quality;

import java.util.SplittableRandom;

/** Chance from a seed: the same seed gives the same draws on every machine. Used by one thread. */
final class Dice {
    private static final double LARGEST_STEP = 20;

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Uniform over 0 (inclusive) to 1 (exclusive). */
    double uniform() {
        return random.nextDouble();
    }

    /** Uniform over 0 to {@code bound}, exclusive. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Index drawn with these weights, which add up to one. */
    int pick(double[] weights) {
        double left = uniform();
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Standard normal (Marsaglia's polar method, one of the pair). */
    double normal() {
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }

    /** Gamma factor of mean one and this variance (Marsaglia and Tsang 2000); one where the variance is nought. */
    double factor(double variance) {
        if (variance <= 0) {
            return 1;
        }
        double shape = 1 / variance;
        if (shape < 1) {
            return gamma(shape + 1) * StrictMath.pow(uniform(), 1 / shape) / shape;
        }
        return gamma(shape) / shape;
    }

    private double gamma(double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = normal();
            double v = (1 + c * x) * (1 + c * x) * (1 + c * x);
            if (v > 0 && StrictMath.log(uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }

    /** Poisson count (products of uniforms, in steps of at most {@value #LARGEST_STEP}). */
    int poisson(double mean) {
        int count = 0;
        for (double left = mean; left > 0; left -= LARGEST_STEP) {
            double end = StrictMath.exp(-Math.min(left, LARGEST_STEP));
            double product = uniform();
            while (product > end) {
                count++;
                product *= uniform();
            }
        }
        return count;
    }
}
