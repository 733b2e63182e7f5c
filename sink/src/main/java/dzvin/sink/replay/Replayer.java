package dzvin.sink.replay;

import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Campaign;
import java.time.Instant;
import java.util.List;

/** Takes history through the detector for somebody who watches. Touches nothing that is live. */
public interface Replayer {
    /** Names of the policies that history can be taken through, the one in force first. */
    List<String> policies();

    /**
     * Takes history through the detector once, for all policies that are wished for, and returns at its end. Runs on a thread of its
     * own, which is interrupted when nobody wants to watch any more.
     *
     * @throws RuntimeException with one sentence on what is in the way
     */
    void replay(ReplayWish wish, Audience audience);

    /** Hears what would have rung. Runs are numbered as the policies of the wish. */
    interface Audience {
        void alert(int run, Alert alert);

        void campaign(int run, Campaign campaign);

        /** History has come to a time, with so many reports told. */
        void reached(Instant at, long reports);
    }
}
