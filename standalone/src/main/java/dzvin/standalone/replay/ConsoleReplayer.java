package dzvin.standalone.replay;

import dzvin.detector.core.policy.Policies;
import dzvin.detector.core.policy.Policy;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.avro.Report;
import dzvin.sink.replay.ReplayWish;
import dzvin.sink.replay.Replayer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Replays the topic of reports for the console: read once, through a core of its own for each policy, nothing written anywhere. */
public final class ConsoleReplayer implements Replayer {
    private final KafkaConnection connection;
    private final String topic;
    private final Policy inForce;

    /** @param inForce the installation's policy, which a wish names by its name */
    public ConsoleReplayer(KafkaConnection connection, String topic, Policy inForce) {
        this.connection = connection;
        this.topic = topic;
        this.inForce = inForce;
    }

    @Override
    public List<String> policies() {
        var names = new ArrayList<String>();
        names.add(inForce.name());
        Policies.names().stream().filter(name -> !names.contains(name)).forEach(names::add);
        return names;
    }

    @Override
    public void replay(ReplayWish wish, Audience audience) {
        var range = new TimeRange(wish.since(), wish.until());
        var pace = wish.speed().isPresent() ? Pace.times(wish.speed().getAsDouble()) : Pace.max();
        try (var history =
                TopicHistory.open(connection, topic, LogStretch.since(wish.since()), (read, total, reports) -> {})) {
            var engines = IntStream.range(0, wish.policies().size())
                    .mapToObj(run -> engine(run, wish.policies().get(run), history.partitions(), audience))
                    .toList();
            history.tell(range.within(pace.keptBy(new Everybody(engines, audience))));
            engines.forEach(engine -> engine.finish(history.end()));
        }
    }

    private CoreEngine engine(int run, String policy, int partitions, Audience audience) {
        var rules = policy.equals(inForce.name()) ? inForce : Policies.shipped(policy);
        return new CoreEngine(
                rules,
                partitions,
                alert -> audience.alert(run, alert),
                Optional.of(campaign -> audience.campaign(run, campaign)));
    }

    /** Every engine hears every record, unless nobody wants to watch any more. */
    private static final class Everybody implements History.Listener {
        private final List<CoreEngine> engines;
        private final Audience audience;
        private long reports;

        Everybody(List<CoreEngine> engines, Audience audience) {
            this.engines = engines;
            this.audience = audience;
        }

        @Override
        public void report(int partition, Report report) {
            goOn();
            engines.forEach(engine -> engine.report(partition, report));
            reports++;
            audience.reached(report.getReceivedAt(), reports);
        }

        @Override
        public void heartbeat(int partition, long at) {
            goOn();
            engines.forEach(engine -> engine.heartbeat(partition, at));
            audience.reached(Instant.ofEpochMilli(at), reports);
        }

        private static void goOn() {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the replay was stopped");
            }
        }
    }
}
