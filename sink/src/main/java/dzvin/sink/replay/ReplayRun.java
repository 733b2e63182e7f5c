package dzvin.sink.replay;

import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.AlertKind;
import dzvin.schemas.avro.Campaign;
import dzvin.schemas.avro.Stage;
import dzvin.sink.live.Limits;
import dzvin.sink.live.ReadModel;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What one policy made of the history so far. Thread-safe: the replay writes, requests read. */
public final class ReplayRun {
    /** Smaller than live's: several of them may be held. */
    private static final Limits LIMITS = new Limits(2_000, 500, 500, 10);

    private final String policy;
    private final ReadModel model = new ReadModel(LIMITS);
    private final Set<UUID> campaigns = new HashSet<>();
    private long changes;
    private long alerts;
    private Instant firstRaised;
    private Instant firstMass;

    ReplayRun(String policy) {
        this.policy = policy;
    }

    /**
     * Figures to compare policies by.
     *
     * @param firstRaised when the first campaign was raised, if one was
     * @param firstMass when the first one was mass
     */
    public record Figures(long campaigns, long alerts, Optional<Instant> firstRaised, Optional<Instant> firstMass) {}

    public String policy() {
        return policy;
    }

    /** Its campaigns and alerts, as live has them. */
    public ReadModel model() {
        return model;
    }

    public synchronized Figures figures() {
        return new Figures(campaigns.size(), alerts, Optional.ofNullable(firstRaised), Optional.ofNullable(firstMass));
    }

    synchronized void add(Alert alert) {
        model.add(alerts, alert);
        alerts++;
        campaigns.add(alert.getCampaign());
        if (firstRaised == null && alert.getKind() == AlertKind.RAISED) {
            firstRaised = alert.getAt();
        }
        if (firstMass == null && alert.getStage() == Stage.MASS) {
            firstMass = alert.getAt();
        }
    }

    synchronized void put(Campaign campaign) {
        model.put(changes, campaign);
        changes++;
    }
}
