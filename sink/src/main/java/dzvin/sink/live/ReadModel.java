package dzvin.sink.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Campaign;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The campaigns as they stand and the latest alerts, in bounded memory. Thread-safe: one feed writes, requests read.
 * Applying the same records again changes nothing but what followers are told.
 */
public final class ReadModel {
    private final Limits limits;
    private final Map<String, StoredCampaign> campaigns = new TreeMap<>();
    private final Deque<StoredAlert> alerts = new ArrayDeque<>();
    private final Set<Follower> followers = new LinkedHashSet<>();
    private Position position = Position.START;
    private long forgottenAlerts;
    private Instant lastEvent;

    public ReadModel(Limits limits) {
        this.limits = limits;
    }

    /** A campaign changed. */
    public synchronized void put(long offset, Campaign campaign) {
        var stored = StoredCampaign.of(offset, campaign);
        position = position.afterCampaign(offset);
        campaigns.put(stored.id(), stored);
        seen(stored.updatedAt());
        forgetOneCampaign();
        tell(new Event(position, "campaign", stored.brief()));
    }

    /** A campaign was deleted. */
    public synchronized void remove(long offset, String id) {
        position = position.afterCampaign(offset);
        if (campaigns.remove(id) != null) {
            tell(new Event(position, "campaign-gone", ("{\"id\":\"" + id + "\"}").getBytes(UTF_8)));
        }
    }

    /** Something happened in a campaign's life. */
    public synchronized void add(long offset, Alert alert) {
        add(offset, alert, List.of());
    }

    /** The same of an alert that takes the place of early ones: they are gone, and so is what an early one said before. */
    public synchronized void add(long offset, Alert alert, List<String> supersedes) {
        var stored = StoredAlert.of(offset, alert, supersedes);
        position = position.afterAlert(offset);
        alerts.removeIf(
                old -> old.early() && (supersedes.contains(old.id()) || old.id().equals(stored.id())));
        alerts.addLast(stored);
        seen(stored.at());
        if (alerts.size() > limits.alerts()) {
            forgottenAlerts = alerts.removeFirst().offset() + 1;
        }
        tell(new Event(position, "alert", stored.json()));
    }

    /** What the model has read so far, up to and with what it holds. */
    public synchronized Position position() {
        return position;
    }

    /** The latest time that any alert or campaign speaks of. */
    public synchronized Optional<Instant> lastEvent() {
        return Optional.ofNullable(lastEvent);
    }

    public synchronized Optional<StoredCampaign> campaign(String id) {
        return Optional.ofNullable(campaigns.get(id));
    }

    /** Campaigns that fit, the latest change first. */
    public synchronized List<StoredCampaign> campaigns(Predicate<StoredCampaign> wanted) {
        return campaigns.values().stream()
                .filter(wanted)
                .sorted(StoredCampaign.LATEST_FIRST)
                .toList();
    }

    /** At most so many of the latest alerts that fit, the latest first. */
    public synchronized List<StoredAlert> alerts(Predicate<StoredAlert> wanted, int most) {
        var found = new ArrayList<StoredAlert>();
        for (var each = alerts.descendingIterator(); each.hasNext() && found.size() < most; ) {
            var alert = each.next();
            if (wanted.test(alert)) {
                found.add(alert);
            }
        }
        return found;
    }

    /** Whether a reader at this position can be told all that it missed. If not, it must load everything anew. */
    public synchronized boolean remembers(Position from) {
        return from.alerts() >= forgottenAlerts
                && from.alerts() <= position.alerts()
                && from.campaigns() <= position.campaigns();
    }

    /** What happened since the position, and all that happens from now on; empty when too many are following. */
    public synchronized Optional<Follower> follow(Position from) {
        if (followers.size() >= limits.followers()) {
            return Optional.empty();
        }
        var follower = new Follower(this, missedSince(from), limits.backlog());
        followers.add(follower);
        return Optional.of(follower);
    }

    /** How many follow. */
    public synchronized int followers() {
        return followers.size();
    }

    /** Lets every follower go; they come back to another instance. */
    public synchronized void dropFollowers() {
        followers.forEach(Follower::drop);
        followers.clear();
    }

    synchronized void forget(Follower follower) {
        followers.remove(follower);
    }

    private List<Event> missedSince(Position from) {
        var missed = new ArrayList<Event>();
        var at = from;
        for (var alert : alerts) {
            if (alert.offset() >= from.alerts()) {
                at = at.afterAlert(alert.offset());
                missed.add(new Event(at, "alert", alert.json()));
            }
        }
        var changed = campaigns.values().stream()
                .filter(campaign -> campaign.offset() >= from.campaigns())
                .sorted(Comparator.comparingLong(StoredCampaign::offset))
                .toList();
        for (var campaign : changed) {
            at = at.afterCampaign(campaign.offset());
            missed.add(new Event(at, "campaign", campaign.brief()));
        }
        return missed;
    }

    private void tell(Event event) {
        followers.forEach(follower -> follower.offer(event));
    }

    private void seen(Instant at) {
        if (lastEvent == null || at.isAfter(lastEvent)) {
            lastEvent = at;
        }
    }

    private void forgetOneCampaign() {
        if (campaigns.size() <= limits.campaigns()) {
            return;
        }
        campaigns.values().stream()
                .min(Comparator.comparing((StoredCampaign one) -> one.over() ? 0 : 1)
                        .thenComparing(StoredCampaign::updatedAt)
                        .thenComparing(StoredCampaign::id))
                .ifPresent(longest -> campaigns.remove(longest.id()));
    }
}
