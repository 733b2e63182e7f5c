package dzvin.standalone.replay;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.CampaignSnapshot;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.decide.SurgeSignal;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.streams.avro.AvroDecisions;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Campaign;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells decisions of the detector's core to whoever listens, as they leave the topology too, and counts them. */
final class Announcements {
    private final AvroDecisions avro;
    private final DetectorState said;
    private final Consumer<Alert> rung;
    private final Optional<Consumer<Campaign>> changed;

    /** @param changed hears of each change of a campaign */
    Announcements(Policy policy, DetectorState said, Consumer<Alert> rung, Optional<Consumer<Campaign>> changed) {
        this.avro = new AvroDecisions(policy);
        this.said = said;
        this.rung = rung;
        this.changed = changed;
    }

    void tell(List<Decision> decisions) {
        for (Decision decision : decisions) {
            if (decision instanceof SurgeSignal) {
                said.signal();
            } else if (decision instanceof CampaignSnapshot campaign) {
                changed.ifPresent(hearer -> hearer.accept(avro.toAvro(campaign)));
            } else if (decision instanceof CampaignAlert alert) {
                // Every campaign rings when it is raised.
                said.campaign(alert.campaign());
                rung.accept(avro.toAvro(alert));
            }
        }
    }
}
