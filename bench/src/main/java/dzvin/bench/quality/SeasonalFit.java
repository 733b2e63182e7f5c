package dzvin.bench.quality;

import java.util.stream.IntStream;

/**
 * Level, slow trend and season of the year of weekly counts: weighted Poisson regression with a log link by Newton's method, a light
 * ridge holding all but the level; φ of the variance φμ by Pearson's statistic. Harness of the bench, no part of the product.
 */
final class SeasonalFit {
    private static final int STEPS = 12;
    private static final double RIDGE = 2;
    private static final double LEAST_INFORMATION = 1e-6;
    private static final double TREND_UNIT = 150;

    private static final int WEEKS_OF_A_YEAR = 52;
    /** Of each week's angle; computed once, since there are millions of rows. */
    private static final double[] COSINES = IntStream.range(0, WEEKS_OF_A_YEAR)
            .mapToDouble(week -> StrictMath.cos(2 * StrictMath.PI * week / WEEKS_OF_A_YEAR))
            .toArray();

    private final int from;
    private final int to;
    private final int harmonics;
    private final double[] coefficients;
    private double[][] information;
    private double scatter = 1;

    private SeasonalFit(int from, int to, int harmonics) {
        this.from = from;
        this.to = to;
        this.harmonics = harmonics;
        this.coefficients = new double[2 + 2 * harmonics];
    }

    static SeasonalFit of(int[] counts, int from, int to, int harmonics, double[] weights) {
        var fit = new SeasonalFit(from, to, harmonics);
        double sum = 0.5;
        double weight = 0;
        for (int t = from; t < to; t++) {
            sum += weights[t - from] * counts[t];
            weight += weights[t - from];
        }
        fit.coefficients[0] = StrictMath.log(sum / weight);
        for (int step = 0; step < STEPS; step++) {
            fit.step(counts, weights);
        }
        fit.information = fit.information(weights);
        fit.moments(counts, weights);
        return fit;
    }

    /** μ of a week, by its index. */
    double mean(int t) {
        double log = 0;
        var row = row(t);
        for (int i = 0; i < row.length; i++) {
            log += coefficients[i] * row[i];
        }
        return StrictMath.exp(Math.min(20, Math.max(-6, log)));
    }

    /** φ, at least one. */
    double scatter() {
        return scatter;
    }

    /** Relative variance of the estimated mean of a week: φ · x'I⁻¹x. */
    double uncertainty(int t) {
        var row = row(t);
        var copy = new double[row.length][];
        for (int i = 0; i < row.length; i++) {
            copy[i] = information[i].clone();
        }
        var solved = solve(copy, row.clone());
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * solved[i];
        }
        return scatter * sum;
    }

    private double[] row(int t) {
        var row = new double[coefficients.length];
        row[0] = 1;
        row[1] = (t - 0.5 * (from + to)) / TREND_UNIT;
        for (int j = 1; j <= harmonics; j++) {
            int turn = j * t % WEEKS_OF_A_YEAR;
            row[2 * j] = COSINES[turn];
            row[2 * j + 1] = COSINES[(turn + 3 * WEEKS_OF_A_YEAR / 4) % WEEKS_OF_A_YEAR];
        }
        return row;
    }

    private void step(int[] counts, double[] weights) {
        var score = new double[coefficients.length];
        for (int t = from; t < to; t++) {
            var row = row(t);
            double residual = weights[t - from] * (counts[t] - mean(t));
            for (int i = 0; i < score.length; i++) {
                score[i] += residual * row[i];
            }
        }
        for (int i = 1; i < score.length; i++) {
            score[i] -= RIDGE * coefficients[i];
        }
        var change = solve(information(weights), score);
        for (int i = 0; i < score.length; i++) {
            coefficients[i] += Math.max(-1, Math.min(1, change[i]));
        }
    }

    private double[][] information(double[] weights) {
        int n = coefficients.length;
        var sum = new double[n][n];
        for (int t = from; t < to; t++) {
            var row = row(t);
            double weight = weights[t - from] * mean(t);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    sum[i][j] += weight * row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            sum[i][i] += i == 0 ? LEAST_INFORMATION : RIDGE;
        }
        return sum;
    }

    private void moments(int[] counts, double[] weights) {
        double squares = 0;
        double weight = 0;
        for (int t = from; t < to; t++) {
            double mean = mean(t);
            squares += weights[t - from] * (counts[t] - mean) * (counts[t] - mean) / mean;
            weight += weights[t - from];
        }
        scatter = Math.max(1, squares / Math.max(1, weight - coefficients.length));
    }

    /** Gaussian elimination; the matrix is positive definite. */
    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        for (int i = 0; i < n; i++) {
            for (int row = i + 1; row < n; row++) {
                double factor = matrix[row][i] / matrix[i][i];
                for (int j = i; j < n; j++) {
                    matrix[row][j] -= factor * matrix[i][j];
                }
                right[row] -= factor * right[i];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                right[i] -= matrix[i][j] * right[j];
            }
            right[i] /= matrix[i][i];
        }
        return right;
    }
}
