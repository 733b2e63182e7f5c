package dzvin.bench.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One of the 42 simulated surveillance series of Noufaily et al. 2013 (doi 10.1002/sim.5595), weekly:
 * {@code μ(t) = exp(θ + βt + Σ_{j=1..m} [γ1 cos(2πjt/52) + γ2 sin(2πjt/52)])}, variance φμ.
 *
 * @param number from 1
 * @param theta θ
 * @param beta β
 * @param harmonics m
 * @param gamma1 γ1
 * @param gamma2 γ2
 * @param phi φ; 1 is Poisson
 */
record Scenario(int number, double theta, double beta, int harmonics, double gamma1, double gamma2, double phi) {
    private static final String FILE = "noufaily2013-scenarios.csv";

    /** All 42. */
    static List<Scenario> all() {
        try (var in = Scenario.class.getResourceAsStream(FILE);
                var lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, FILE), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(Scenario::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    private static Scenario parse(String line) {
        var cells = line.split(",", -1);
        return new Scenario(
                Integer.parseInt(cells[0]),
                Double.parseDouble(cells[1]),
                Double.parseDouble(cells[2]),
                Integer.parseInt(cells[3]),
                Double.parseDouble(cells[4]),
                Double.parseDouble(cells[5]),
                Double.parseDouble(cells[6]));
    }

    /** μ of a week, from 1. */
    double mean(int week) {
        double log = theta + beta * week;
        for (int j = 1; j <= harmonics; j++) {
            double angle = 2 * StrictMath.PI * j * week / 52;
            log += gamma1 * StrictMath.cos(angle) + gamma2 * StrictMath.sin(angle);
        }
        return StrictMath.exp(log);
    }

    /** Standard deviation of a week. */
    double deviation(int week) {
        return StrictMath.sqrt(phi * mean(week));
    }
}
