package dzvin.standalone.replay;

import dzvin.detector.core.Detector;
import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.CampaignSnapshot;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.decide.SurgeSignal;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.streams.LabelsForPeople;
import dzvin.detector.streams.avro.AvroDecisions;
import dzvin.detector.streams.avro.ReportCodec;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Report;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The detector's core in a plain loop: no Kafka, everything in memory. */
public final class CoreEngine implements Engine {
    private final Detector detector;
    private final AvroDecisions avro;
    private final Consumer<Alert> rung;
    private final Set<UUID> campaigns = new HashSet<>();
    private long signals;

    public CoreEngine(Policy policy, int partitions, Consumer<Alert> rung) {
        this.detector = new Detector(policy, new LabelsForPeople(), partitions);
        this.avro = new AvroDecisions(policy);
        this.rung = rung;
    }

    @Override
    public void report(int partition, Report report) {
        take(detector.take(partition, ReportCodec.toCore(report)));
    }

    @Override
    public void heartbeat(int partition, long at) {
        take(detector.heartbeat(partition, at));
    }

    @Override
    public Outcome finish(History.End end) {
        if (end == History.End.SILENCE) {
            take(detector.finish());
        }
        return new Outcome(detector.counts(), signals, campaigns.size());
    }

    /** Nothing is held that would have to be given back. */
    @Override
    public void close() {}

    private void take(List<Decision> decisions) {
        for (Decision decision : decisions) {
            if (decision instanceof SurgeSignal) {
                signals++;
            } else if (decision instanceof CampaignSnapshot campaign) {
                campaigns.add(campaign.id());
            } else if (decision instanceof CampaignAlert alert) {
                rung.accept(avro.toAvro(alert));
            }
        }
    }
}
