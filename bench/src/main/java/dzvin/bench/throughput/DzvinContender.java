package dzvin.bench.throughput;

import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.streams.DetectorConfig;
import dzvin.detector.streams.DetectorMeters;
import dzvin.detector.streams.DetectorTopics;
import dzvin.detector.streams.DetectorTopology;
import dzvin.detector.streams.ReportsLog;
import dzvin.detector.streams.StreamsRun;
import dzvin.detector.streams.StreamsSettings;
import dzvin.schemas.AvroSerdes;
import dzvin.schemas.TopicSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;

/** The detector as it ships, with everything that it does beside the job: duplicates, baselines, scans, campaigns, alerts. */
final class DzvinContender implements Contender {
    private final int threads;
    private final boolean exactlyOnce;

    DzvinContender(int threads, boolean exactlyOnce) {
        this.threads = threads;
        this.exactlyOnce = exactlyOnce;
    }

    @Override
    public void run(Course course, Stopwatch stopwatch) throws Exception {
        var meters = new DetectorMeters(new SimpleMeterRegistry());
        var layout = new TopicSetup.Layout(course.partitions(), 1);
        ReportsLog.ensureUndecodable(course.connection(), course.topics().reports(), 1);
        var config = new DetectorConfig(
                course.freshName(),
                Files.createTempDirectory("dzvin-bench-"),
                threads,
                exactlyOnce,
                0,
                "127.0.0.1",
                0,
                layout);
        try (var serdes = new AvroSerdes(course.connection())) {
            var topics = DetectorTopics.of(course.topics(), serdes);
            var topology = new DetectorTopology(topics, Job.POLICY, course.partitions(), meters).build();
            var settings = StreamsSettings.of(
                    config, course.connection(), course.topics().reports(), meters);
            try (var run = new StreamsRun(topology, settings, new SimpleMeterRegistry())) {
                run.start();
                stopwatch.measure(course, progress(course, meters));
            }
        }
    }

    private static Progress progress(Course course, DetectorMeters meters) {
        return new Progress() {
            @Override
            public double done() {
                return DzvinContender.done(course, meters);
            }

            /** A late report is counted apart and amends what was rung; none is dropped. */
            @Override
            public double lost() {
                return 0;
            }
        };
    }

    /** All reports only count as done when the last bucket was decided on. */
    private static double done(Course course, DetectorMeters meters) {
        long accepted = meters.counts().accepted();
        var grid = TimeGrid.of(Job.POLICY.bucket());
        long lastBucket = grid.startMillis(grid.bucketOf(course.end().toEpochMilli()));
        return accepted < course.reports() || meters.decidedUntil() >= lastBucket
                ? accepted
                : Math.min(accepted, course.reports() - 1);
    }
}
