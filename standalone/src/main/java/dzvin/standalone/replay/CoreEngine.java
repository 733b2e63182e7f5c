package dzvin.standalone.replay;

import dzvin.detector.core.Detector;
import dzvin.detector.core.decide.Wanted;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.streams.LabelsForPeople;
import dzvin.detector.streams.avro.ReportCodec;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Campaign;
import dzvin.schemas.avro.Report;
import java.util.Optional;
import java.util.function.Consumer;

/** The detector's core in a plain loop: no Kafka, everything in memory. */
public final class CoreEngine implements Engine {
    private final Detector detector;
    private final DetectorState said;
    private final Announcements announcements;

    /** A detector that starts from nothing, for one run. */
    public CoreEngine(Policy policy, int partitions, Consumer<Alert> rung) {
        this(policy, partitions, rung, Optional.empty());
    }

    /** @param changed hears of each change of a campaign */
    CoreEngine(Policy policy, int partitions, Consumer<Alert> rung, Optional<Consumer<Campaign>> changed) {
        this(
                policy,
                new Detector(policy, new LabelsForPeople(), partitions, wanted(changed)),
                new DetectorState(),
                rung,
                changed);
    }

    private CoreEngine(
            Policy policy,
            Detector detector,
            DetectorState said,
            Consumer<Alert> rung,
            Optional<Consumer<Campaign>> changed) {
        this.detector = detector;
        this.said = said;
        this.announcements = new Announcements(policy, said, rung, changed);
    }

    /** A detector that goes on from a state and keeps it up to date. */
    static CoreEngine from(DetectorState state, Policy policy, int partitions, Consumer<Alert> rung) {
        var detector =
                new Detector(policy, new LabelsForPeople(), partitions, 1, state::tables, Wanted.SIGNALS_AND_ALERTS);
        return new CoreEngine(policy, detector, state, rung, Optional.empty());
    }

    private static Wanted wanted(Optional<Consumer<Campaign>> changed) {
        return changed.isPresent() ? Wanted.EVERYTHING : Wanted.SIGNALS_AND_ALERTS;
    }

    @Override
    public void report(int partition, Report report) {
        announcements.tell(detector.take(partition, ReportCodec.toCore(report)));
    }

    @Override
    public void heartbeat(int partition, long at) {
        announcements.tell(detector.heartbeat(partition, at));
    }

    @Override
    public Outcome finish(History.End end) {
        if (end == History.End.SILENCE) {
            announcements.tell(detector.finish());
        }
        return new Outcome(detector.counts(), said.signals(), said.campaigns());
    }

    /** Nothing is held that would have to be given back. */
    @Override
    public void close() {}
}
