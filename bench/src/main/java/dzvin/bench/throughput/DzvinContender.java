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
                stopwatch.measure(course, new Decided(course, meters));
            }
        }
    }

    /** Reports that were counted and whose buckets were decided on, as far as they come evenly in time; all of them only when the last bucket was decided on. */
    private static final class Decided implements Progress {
        private static final long NONE = Long.MIN_VALUE;

        private final long reports;
        private final long lastBucket;
        private final DetectorMeters meters;
        private long first = NONE;

        Decided(Course course, DetectorMeters meters) {
            var grid = TimeGrid.of(Job.POLICY.bucket());
            this.reports = course.reports();
            this.lastBucket = grid.startMillis(grid.bucketOf(course.end().toEpochMilli()));
            this.meters = meters;
        }

        @Override
        public double done() {
            long accepted = meters.counts().accepted();
            return accepted == 0 ? 0 : Math.max(1, Math.min(accepted, reports * shareDecided()));
        }

        private double shareDecided() {
            long until = meters.decidedUntil();
            if (until <= 0) {
                return 0;
            }
            first = first == NONE ? until : first;
            return until >= lastBucket ? 1 : (double) (until - first) / (lastBucket - first);
        }

        /** A late report is counted apart and amends what was rung; none is dropped. */
        @Override
        public double lost() {
            return 0;
        }
    }
}
