package dzvin.sink.live;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.avro.AlertKind;
import dzvin.schemas.avro.Stage;
import dzvin.sink.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadModelTest {
    private final ReadModel model = new ReadModel(new Limits(3, 2, 2, 2));

    @Test
    void aCampaignIsShownAsItStoodLast() {
        model.put(0, Samples.campaign("a", Stage.EMERGING, 1));
        model.put(1, Samples.campaign("a", Stage.MASS, 2));

        assertThat(model.campaigns(one -> true))
                .extracting(StoredCampaign::stage)
                .containsExactly(Stage.MASS);
    }

    @Test
    void aDeletedCampaignIsGone() {
        model.put(0, Samples.campaign("a", Stage.EMERGING, 1));

        model.remove(1, Samples.id("a").toString());

        assertThat(model.campaigns(one -> true)).isEmpty();
    }

    @Test
    void aFinalAlertTakesThePlaceOfTheEarlyOneThatItSupersedes() {
        var early = Samples.early(1, "early", AlertKind.RAISED, 1);
        model.add(0, early);

        model.add(
                1,
                Samples.alert(2, "a", AlertKind.RAISED),
                List.of(early.getId().toString()));

        assertThat(model.alerts(one -> true, 10))
                .extracting(StoredAlert::id)
                .containsExactly(Samples.id("alert-2").toString());
    }

    @Test
    void whatCameOfAnEarlyAlertTakesItsPlace() {
        var early = Samples.early(1, "early", AlertKind.RAISED, 1);
        var joined = Samples.early(1, "a", AlertKind.MERGED, 2);
        model.add(0, early);

        model.add(1, joined);

        assertThat(model.alerts(one -> true, 10)).extracting(StoredAlert::kind).containsExactly("MERGED");
    }

    @Test
    void campaignsComeLatestChangeFirst() {
        model.put(0, Samples.campaign("older", Stage.MASS, 1));
        model.put(1, Samples.campaign("newer", Stage.MASS, 2));

        assertThat(model.campaigns(one -> true))
                .extracting(StoredCampaign::id)
                .containsExactly(
                        Samples.id("newer").toString(), Samples.id("older").toString());
    }

    @Test
    void memoryIsBoundedAndEndedCampaignsAreForgottenFirst() {
        model.put(0, Samples.campaign("running", Stage.MASS, 1));
        model.put(1, Samples.campaign("ended", Stage.ENDED, 2));
        model.put(2, Samples.campaign("new", Stage.EMERGING, 3));

        assertThat(model.campaigns(one -> true))
                .extracting(StoredCampaign::id)
                .containsExactly(
                        Samples.id("new").toString(), Samples.id("running").toString());
    }

    @Test
    void onlyTheLatestAlertsAreKept() {
        for (int number = 0; number < 5; number++) {
            model.add(number, Samples.alert(number));
        }

        assertThat(model.alerts(one -> true, 10))
                .extracting(StoredAlert::offset)
                .containsExactly(4L, 3L, 2L);
        assertThat(model.alerts(one -> true, 2)).extracting(StoredAlert::offset).containsExactly(4L, 3L);
    }

    @Test
    void aReaderThatComesBackGetsWhatItMissedAndThenWhatHappens() throws InterruptedException {
        model.add(0, Samples.alert(0));
        model.add(1, Samples.alert(1));
        model.put(0, Samples.campaign("a", Stage.MASS, 1));

        var follower = model.follow(new Position(1, 0)).orElseThrow();
        model.add(2, Samples.alert(2, "a", AlertKind.RESOLVED));

        assertThat(taken(follower)).containsExactly("alert 2.0", "campaign 2.1", "alert 3.1");
    }

    @Test
    void whoIsFurtherBackThanTheMemoryIsToldSo() {
        for (int number = 0; number < 4; number++) {
            model.add(number, Samples.alert(number));
        }

        assertThat(model.remembers(new Position(0, 0))).isFalse();
        assertThat(model.remembers(new Position(1, 0))).isTrue();
    }

    /** Somebody emptied the topics: positions of before mean nothing any more. */
    @Test
    void whoIsFurtherAheadThanTheTopicsIsToldSo() {
        model.add(0, Samples.alert(0));

        assertThat(model.remembers(new Position(7, 0))).isFalse();
        assertThat(model.remembers(new Position(1, 3))).isFalse();
    }

    @Test
    void aSlowReaderIsDroppedAfterItsBacklogAndMissesNothingBefore() throws InterruptedException {
        var slow = model.follow(Position.START).orElseThrow();
        for (int number = 0; number < 3; number++) {
            model.add(number, Samples.alert(number));
        }

        assertThat(taken(slow)).containsExactly("alert 1.0", "alert 2.0");
        assertThat(slow.goesOn()).isFalse();
    }

    @Test
    void tooManyReadersAreTurnedAwayUntilOneLeaves() {
        var first = model.follow(Position.START).orElseThrow();
        var second = model.follow(Position.START).orElseThrow();
        var third = model.follow(Position.START);
        first.close();

        assertThat(third).isEmpty();
        assertThat(second.goesOn()).isTrue();
        assertThat(model.follow(Position.START)).isPresent();
    }

    @Test
    void stoppingLetsEveryReaderGoAfterWhatItHasNotRead() throws InterruptedException {
        var follower = model.follow(Position.START).orElseThrow();
        model.add(0, Samples.alert(0));

        model.dropFollowers();

        assertThat(taken(follower)).containsExactly("alert 1.0");
        assertThat(follower.goesOn()).isFalse();
    }

    private static List<String> taken(Follower follower) throws InterruptedException {
        var taken = new ArrayList<String>();
        for (var event = follower.next(Duration.ZERO); event.isPresent(); event = follower.next(Duration.ZERO)) {
            taken.add(event.get().type() + " " + event.get().after());
        }
        return taken;
    }
}
