package dzvin.standalone.demo;

import java.util.List;

/**
 * Seeded random draws that are the same on every JDK, for the generated stream promises the same reports each time: a
 * SplitMix64 of our own (Steele, Lea and Flood 2014), since the JDK fixes neither its algorithms nor its
 * distributions. Not thread-safe.
 */
final class Draws {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    private Draws(long state) {
        this.state = state;
    }

    /** Draws of one purpose: other purposes of the same seed neither see nor shift them. */
    static Draws of(long seed, String purpose) {
        long state = mix(seed + GOLDEN_GAMMA);
        for (int i = 0; i < purpose.length(); i++) {
            state = mix(state * 31 + purpose.charAt(i));
        }
        return new Draws(state);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (next() >>> 11) * UNIT;
    }

    /** True with this probability. */
    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Uniform in [0, bound). */
    int below(int bound) {
        return (int) (unit() * bound);
    }

    /** Uniform in [from, to). */
    double between(double from, double to) {
        return from + unit() * (to - from);
    }

    /** One of these, each as likely as another. */
    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** An index, as likely as its weight. */
    int weighted(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = unit() * sum;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Exponential with mean one. */
    double exponential() {
        return -StrictMath.log(1 - unit());
    }

    /** A gamma factor with mean one and variance 1/shape: it makes Poisson counts negative binomial. */
    double gammaFactor(int shape) {
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum += exponential();
        }
        return sum / shape;
    }

    /** A Poisson count, by the arrivals of a unit-rate process before {@code mean}. */
    int poisson(double mean) {
        int count = 0;
        for (double at = exponential(); at < mean; at += exponential()) {
            count++;
        }
        return count;
    }

    /** A lower-case token of this many characters. */
    String token(int length) {
        var token = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            token.append(Character.forDigit(below(Character.MAX_RADIX), Character.MAX_RADIX));
        }
        return token.toString();
    }
}
