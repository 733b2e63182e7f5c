package dzvin.bench.latency;

import dzvin.standalone.log.Logging;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Plants waves in a live installation under load, and measures from the answer that accepted each to its early alert. */
public final class LatencyBench {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Everyday reports a second in the hours before. */
    private static final double PAST_PER_SECOND = 2;

    private final Path folder;
    private final PrintStream progress;

    LatencyBench(Path folder, PrintStream progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** @param arguments {@code smoke} or {@code all}; the folder */
    public static void main(String[] arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(arguments[1]));
        Logging.toFile(folder.resolve("bench.log"), "WARN");
        var plan = arguments[0].equals("smoke") ? LatencyPlan.smoke() : LatencyPlan.all();
        var lines = new LatencyBench(Files.createTempDirectory(folder, "run-"), System.out)
                .run(plan)
                .lines();
        Files.write(folder.resolve("latency.md"), lines, StandardCharsets.UTF_8);
        lines.forEach(System.out::println);
    }

    /**
     * What came of it.
     *
     * @param millis of each wave that was told early
     * @param perSecond everyday reports that were accepted
     */
    record Result(int waves, List<Double> millis, double perSecond) {
        List<String> lines() {
            return List.of(
                    "| everyday reports a second | waves | told early | p50, ms | p90, ms | p99, ms | longest, ms |",
                    "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
                    String.format(
                            Locale.ROOT,
                            "| %,.0f | %d | %d | %.0f | %.0f | %.0f | %.0f |",
                            perSecond,
                            waves,
                            millis.size(),
                            quantile(0.5),
                            quantile(0.9),
                            quantile(0.99),
                            quantile(1)));
        }

        private double quantile(double share) {
            var sorted = millis.stream().sorted().toList();
            return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        }
    }

    Result run(LatencyPlan plan) throws IOException, InterruptedException {
        new History().fill(folder.resolve("data"), PAST_PER_SECOND);
        try (var installation = new Installation(folder)) {
            installation.awaitLive();
            progress.println("live");
            try (var alerts = new EarlyAlerts(installation.client(), installation.stream());
                    var load = new Load(installation.client(), installation.reports(), plan.perSecond())) {
                load.start();
                TimeUnit.MILLISECONDS.sleep(plan.between().toMillis() * 4);
                long begun = System.nanoTime();
                long before = load.accepted();
                var accepted = plant(plan, installation);
                double perSecond = (load.accepted() - before) * 1e9 / (System.nanoTime() - begun);
                return new Result(plan.waves(), await(accepted, alerts), perSecond);
            }
        }
    }

    private Map<String, Long> plant(LatencyPlan plan, Installation installation)
            throws IOException, InterruptedException {
        var random = new SplittableRandom(2);
        var accepted = new LinkedHashMap<String, Long>();
        for (int wave = 0; wave < plan.waves(); wave++) {
            var words = "wave-" + wave;
            var request = Load.request(installation.reports(), Everyday.wave(words, plan.people(), random));
            var answer = installation.client().send(request, BodyHandlers.ofString());
            accepted.put(words, System.nanoTime());
            if (answer.statusCode() != 202) {
                throw new IOException("a wave was not accepted: " + answer.statusCode() + " " + answer.body());
            }
            TimeUnit.MILLISECONDS.sleep(plan.between().toMillis());
        }
        return accepted;
    }

    private static List<Double> await(Map<String, Long> accepted, EarlyAlerts alerts) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until
                && !accepted.keySet().stream()
                        .allMatch(words -> alerts.toldAt(words).isPresent())) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        var millis = new ArrayList<Double>();
        accepted.forEach((words, at) -> alerts.toldAt(words)
                .ifPresent(told -> millis.add(Math.max(0, told - at) / (double) TimeUnit.MILLISECONDS.toNanos(1))));
        return millis;
    }
}
