package dzvin.detector.core.campaign;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.decide.EarlyAlert;
import dzvin.detector.core.decide.EarlySignal;
import dzvin.detector.core.decide.Settlement;
import dzvin.detector.core.decide.Stage;
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.explain.Sentences;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.OpenCells;
import dzvin.detector.core.watch.Watch;
import dzvin.detector.core.watch.WatchedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Says early that a key surges, rings once for keys that tell of the same calls, and settles every early word when its bucket has
 * closed. A key that tells of a campaign which lives is no reason to ring. Used by one thread.
 */
public final class EarlyDesk {
    /** What it keeps. */
    public static final List<TableSpec<?>> TABLES = List.of(EarlyWord.TABLE);

    private final Policy policy;
    private final TimeGrid grid;
    private final Watch watch;
    private final CampaignDesk campaigns;
    private final EarlyEvidence evidence;
    private final Sentences sentences;
    private final Table<EarlyWord> table;
    private final TreeMap<ViewKey, EarlyWord> words = new TreeMap<>();

    public EarlyDesk(Policy policy, Watch watch, OpenCells open, CampaignDesk campaigns, Labels labels, Tables tables) {
        this.policy = policy;
        this.grid = TimeGrid.of(policy.bucket());
        this.watch = watch;
        this.campaigns = campaigns;
        this.evidence = new EarlyEvidence(policy, watch.samples(), open);
        this.sentences = new Sentences(labels, policy.calendar().zone());
        this.table = tables.table(EarlyWord.TABLE);
        table.forEach((name, word) -> words.put(word.key(), word));
    }

    /** Whether something was said of the key that is not settled yet. */
    public boolean hasSaid(ViewKey key) {
        return words.containsKey(key);
    }

    /** A key surges in an open bucket: what is said of it. */
    public List<Decision> say(WatchedKey surge, long bucket) {
        // What a campaign has told begins no surge once it has ended, so that this one might not be found.
        if (campaigns.mayEnd(surge.key(), bucket) || campaigns.isPartOfBroadcast(surge, bucket)) {
            return List.of();
        }
        var said = new ArrayList<Decision>();
        said.add(new EarlySignal(evidence.signal(surge, bucket)));
        var ringing = ringingWith(surge, bucket);
        if (ringing.isEmpty() && !tellsOfLiveCampaign(surge, bucket)) {
            var alert = alert(surge, bucket);
            ringing = Optional.of(new EarlyWord.Ringing(alert.id(), alert.campaign()));
            said.add(new EarlyAlert(alert));
        }
        keep(new EarlyWord(surge.key(), bucket, ringing));
        return said;
    }

    /** Settles what a bucket that has closed, with these decisions, leaves no doubt about. */
    public Settlement settle(long bucket, List<Decision> decisions) {
        if (words.isEmpty()) {
            return Settlement.NOTHING;
        }
        var borneOut = new TreeMap<UUID, EarlyWord>();
        var gone = new ArrayList<EarlyWord>();
        for (EarlyWord word : List.copyOf(words.values())) {
            if (campaignOf(word).isPresent()) {
                word.ringing().ifPresent(ringing -> borneOut.putIfAbsent(ringing.alert(), word));
                forget(word);
            } else if (bucket >= word.bucket()) {
                gone.add(word);
                forget(word);
            }
        }
        var superseded = new TreeMap<UUID, List<UUID>>();
        var others = new ArrayList<EarlyAlert>();
        borneOut.values().forEach(word -> settle(word, bucket, decisions, superseded, others));
        var notFound = new TreeMap<UUID, EarlyWord>();
        gone.forEach(word -> word.ringing().ifPresent(ringing -> notFound.putIfAbsent(ringing.alert(), word)));
        notFound.keySet().removeAll(borneOut.keySet());
        words.values().forEach(word -> word.ringing().ifPresent(ringing -> notFound.remove(ringing.alert())));
        notFound.values().forEach(word -> others.add(notFound(word, bucket)));
        return new Settlement(superseded, others, gone.size());
    }

    /** Gives an early alert's place to what was rung for its campaign; where nothing was, tells whose it is. */
    private void settle(
            EarlyWord word,
            long bucket,
            List<Decision> decisions,
            SortedMap<UUID, List<UUID>> superseded,
            List<EarlyAlert> others) {
        var early = word.ringing().orElseThrow().alert();
        var campaign = campaignOf(word).orElseThrow();
        rung(decisions, campaign)
                .ifPresentOrElse(
                        alert -> superseded
                                .computeIfAbsent(alert, any -> new ArrayList<>())
                                .add(early),
                        () -> others.add(joined(word, campaign, bucket)));
        for (EarlyWord other : List.copyOf(words.values())) {
            if (other.ringing().filter(ringing -> ringing.alert().equals(early)).isPresent()) {
                keep(other.settled());
            }
        }
    }

    private Optional<UUID> campaignOf(EarlyWord word) {
        return watch.key(word.key()).flatMap(WatchedKey::surge).flatMap(surge -> campaigns.campaignOf(word.key()));
    }

    private Optional<EarlyWord.Ringing> ringingWith(WatchedKey surge, long bucket) {
        return words.values().stream()
                .filter(word -> word.ringing().isPresent() && evidence.sameCalls(surge, word.key(), bucket))
                .findFirst()
                .flatMap(EarlyWord::ringing);
    }

    private boolean tellsOfLiveCampaign(WatchedKey surge, long bucket) {
        return watch.surging().stream()
                .anyMatch(key -> !key.equals(Watch.ALL) && evidence.sameCalls(surge, key, bucket));
    }

    private static Optional<UUID> rung(List<Decision> decisions, UUID campaign) {
        return decisions.stream()
                .filter(CampaignAlert.class::isInstance)
                .map(CampaignAlert.class::cast)
                .filter(alert -> alert.campaign().equals(campaign))
                .map(CampaignAlert::id)
                .findFirst();
    }

    private CampaignAlert alert(WatchedKey surge, long bucket) {
        long at = grid.endMillis(bucket);
        var found = evidence.of(surge, bucket);
        return new CampaignAlert(
                Announcer.id("early|" + policy.name() + "|" + surge.key().text() + "|" + at),
                1,
                Announcer.campaignId(policy.name(), surge.key(), at),
                Kind.RAISED,
                Stage.EMERGING,
                Optional.empty(),
                at,
                List.of(),
                Optional.empty(),
                found,
                sentences.early(found));
    }

    private EarlyAlert joined(EarlyWord word, UUID campaign, long bucket) {
        var ringing = word.ringing().orElseThrow();
        var found = evidence.of(watch.key(word.key()).orElseThrow(), bucket);
        return new EarlyAlert(new CampaignAlert(
                ringing.alert(),
                2,
                campaign,
                Kind.MERGED,
                Stage.EMERGING,
                Optional.of(Stage.EMERGING),
                grid.endMillis(bucket),
                List.of(ringing.campaign()),
                Optional.empty(),
                found,
                sentences.earlyJoined(found)));
    }

    private EarlyAlert notFound(EarlyWord word, long bucket) {
        var ringing = word.ringing().orElseThrow();
        var found = evidence.of(
                word.key(), word.bucket(), watch.expectedBetween(word.key(), word.bucket(), bucket + 1), 0, bucket);
        return new EarlyAlert(new CampaignAlert(
                ringing.alert(),
                2,
                ringing.campaign(),
                Kind.RESOLVED,
                Stage.ENDED,
                Optional.of(Stage.EMERGING),
                grid.endMillis(bucket),
                List.of(),
                Optional.empty(),
                found,
                sentences.earlyNotFound(found)));
    }

    private void keep(EarlyWord word) {
        words.put(word.key(), word);
        table.put(word.key().text(), word);
    }

    private void forget(EarlyWord word) {
        words.remove(word.key());
        table.remove(word.key().text());
    }
}
