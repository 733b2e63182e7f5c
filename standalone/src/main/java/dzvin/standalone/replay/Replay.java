package dzvin.standalone.replay;

import dzvin.schemas.avro.Alert;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One replay: which stretch of history, how fast, what becomes of the alerts.
 *
 * @param range of received time
 * @param pace at which it passes
 * @param out where the final alerts go as lines of JSON: all of them, or none if the replay fails
 */
public record Replay(TimeRange range, Pace pace, Optional<Path> out) {

    /**
     * Runs it.
     *
     * @param engines makes the detector that hands its alerts to the consumer that it is given
     * @param rung hears every alert as it rings
     */
    public Figures run(History history, Function<Consumer<Alert>, Engine> engines, Consumer<Alert> rung) {
        long begun = System.nanoTime();
        try (var log = new AlertLog(out);
                var engine = engines.apply(rung.andThen(log))) {
            history.tell(range.within(pace.keptBy(engine)));
            var outcome = engine.finish(history.end());
            double seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
            return new Figures(outcome, log.alerts(), seconds, log.finish());
        }
    }
}
