package dzvin.detector.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.TestPolicies;
import dzvin.detector.core.baseline.Baseline;
import dzvin.detector.core.baseline.Exposure;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import org.junit.jupiter.api.Test;

/** Which keys of a full view go: here two of twenty. */
class KeyBoundsTest {
    private static final Policy POLICY = TestPolicies.standard();
    private static final long BUCKET = 20_000L * 288;
    private static final int MOST = 20;

    private final Exposure stream = new Exposure(POLICY);
    private final TimeGrid grid = TimeGrid.of(POLICY.bucket());
    private final KeyBounds bounds = new KeyBounds(grid, MOST, MOST);
    private final KnownKeys keys = new KnownKeys(Tables.inMemory().table(KnownKeys.TABLE));

    @Test
    void thoseOfTheFewestPeopleGoAndOfTheseTheOnesSilentLongest() {
        stream.begin(grid.hourOf(BUCKET));
        keys.put(key("many", 0, 9));
        keys.put(key("few-and-silent", 0, 1));
        keys.put(key("few-and-later", 1, 1));
        keys.put(key("few-and-latest", 2, 1));

        assertThat(bounds.least("feature", false, keys))
                .extracting(watched -> watched.key().text())
                .containsExactly("feature=few-and-silent", "feature=few-and-later");
    }

    @Test
    void noKeyThatSurgesGoesHoweverFewHaveSpoken() {
        stream.begin(grid.hourOf(BUCKET));
        keys.put(key("surging", 0, 1).with(new Surge(BUCKET, 0, BUCKET, 1, 0.1, 9, 0.1)));
        keys.put(key("many", 5, 9));

        assertThat(bounds.least("feature", false, keys))
                .extracting(watched -> watched.key().text())
                .containsExactly("feature=many");
    }

    @Test
    void aKeyThatACampaignHasToldOfGoesLast() {
        stream.begin(grid.hourOf(BUCKET));
        keys.put(key("told", 0, 1).told(BUCKET));
        keys.put(key("many", 5, 9));
        keys.put(key("more", 5, 10));

        assertThat(bounds.least("feature", false, keys))
                .extracting(watched -> watched.key().text())
                .containsExactly("feature=many", "feature=more");
    }

    @Test
    void keysOfOtherViewsStay() {
        stream.begin(grid.hourOf(BUCKET));
        keys.put(key("many", 5, 9));

        assertThat(bounds.least("region", false, keys)).isEmpty();
    }

    private WatchedKey key(String feature, long later, int people) {
        var history = new Baseline(POLICY, stream).newKey(false, BUCKET);
        history.moveTo(BUCKET + later);
        history.count(BUCKET + later, people);
        return WatchedKey.first(new ViewKey("feature", "feature=" + feature), false, history);
    }
}
