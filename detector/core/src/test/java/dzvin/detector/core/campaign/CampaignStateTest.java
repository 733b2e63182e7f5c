package dzvin.detector.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.decide.Onset;
import dzvin.detector.core.view.ViewKey;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CampaignStateTest {
    private static final ViewKey PLACE = new ViewKey("region", "region=UA-46");
    private static final ViewKey NUMBER = new ViewKey("number", "number=+380671234567");
    private static final ViewKey WORD = new ViewKey("feature", "feature=asks-for-money");
    private static final ViewKey WORD_THERE = new ViewKey("region+feature", "region=UA-46,feature=asks-for-money");

    @Test
    void aPlaceJoinsWhereNothingIsKnownOfWhatIsSaid() {
        assertThat(campaign(PLACE).bridges()).containsExactly(PLACE);
        assertThat(campaign(PLACE, NUMBER).bridges()).containsExactlyInAnyOrder(PLACE, NUMBER);
    }

    @Test
    void ofACampaignOfWordsAPlaceJoinsNothing() {
        assertThat(campaign(PLACE, NUMBER, WORD).bridges()).containsExactlyInAnyOrder(NUMBER, WORD);
        assertThat(campaign(PLACE, WORD_THERE).bridges()).containsExactly(WORD_THERE);
    }

    @Test
    void onlyWhatIsKnownByPlacesAloneIsAPlace() {
        assertThat(campaign(PLACE).isPlace()).isTrue();
        assertThat(campaign(PLACE, NUMBER).isPlace()).isFalse();
        assertThat(campaign(WORD_THERE).isPlace()).isFalse();
    }

    private static CampaignState campaign(ViewKey... keys) {
        var campaign = new CampaignState(new UUID(1, 2), 0, new Onset(0, 0, 0));
        campaign.keys.addAll(List.of(keys));
        return campaign;
    }
}
