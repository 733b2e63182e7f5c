package dzvin.standalone.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dzvin.schemas.KafkaConnection;
import dzvin.schemas.avro.Report;
import dzvin.telemetry.Telemetry;
import io.micrometer.core.instrument.FunctionCounter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances share the partitions and one is started again: what does the other notice? */
class StaticMemberIT {
    private static final List<Report> WAVE = PlantedWave.reports();
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final int PARTITIONS = 4;

    /** Reports and cells of each partition, and what is decided from. */
    private static final int SOURCES = 2 * PARTITIONS + 2;

    @TempDir
    private static Path folder;

    private static OneBroker broker;
    private static KafkaConnection connection;

    @BeforeAll
    static void start() {
        broker = OneBroker.in(folder);
        connection = broker.connection();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aRestartOfAnInstanceWithANameMovesNoTaskAndMakesNoRebalance() throws Exception {
        assertThat(rebalancesOfTheOtherWhileOneRestarts("named", Optional.of("b")))
                .isZero();
    }

    @Test
    void aRestartOfAnInstanceWithoutANameMakesTheOtherTakeOverAndGiveBack() throws Exception {
        assertThat(rebalancesOfTheOtherWhileOneRestarts("nameless", Optional.empty()))
                .isPositive();
    }

    private static double rebalancesOfTheOtherWhileOneRestarts(String prefix, Optional<String> name) throws Exception {
        var desk = new Desk(connection, prefix, PARTITIONS, folder.resolve(prefix));
        desk.tell(WAVE.subList(0, 60));
        try (var telemetry = new Telemetry();
                var other = desk.instance("a", name.map(any -> "a"), telemetry)) {
            other.start();
            withOneMore(desk, name, again -> {});
            double before = rebalances(telemetry);
            withOneMore(desk, name, again -> {
                desk.tick(PlantedWave.longAfter());
                var until = PlantedWave.longAfter().minus(Duration.ofHours(1)).getEpochSecond();
                await().atMost(PATIENCE).until(() -> decided(telemetry) >= until || decided(again) >= until);
            });
            return rebalances(telemetry) - before;
        }
    }

    /** The second instance, until both have what is theirs and this is done. */
    private static void withOneMore(Desk desk, Optional<String> name, Work work) throws Exception {
        try (var telemetry = new Telemetry();
                var one = desk.instance("b", name, telemetry);
                var admin = Admin.create(connection.forClients())) {
            one.start();
            await().atMost(PATIENCE).until(() -> isShared(group(admin, desk)));
            work.with(telemetry);
        }
    }

    private static ConsumerGroupDescription group(Admin admin, Desk desk)
            throws ExecutionException, InterruptedException {
        var id = desk.topics().prefix() + "-detector";
        return admin.describeConsumerGroups(List.of(id)).all().get().get(id);
    }

    /** Everything has an owner, and both own something: a rebalance in two steps is over. */
    private static boolean isShared(ConsumerGroupDescription group) {
        var owned = group.members().stream()
                .map(member -> member.assignment().topicPartitions().size())
                .toList();
        return group.groupState() == GroupState.STABLE
                && owned.size() == 2
                && !owned.contains(0)
                && owned.stream().mapToInt(Integer::intValue).sum() == SOURCES;
    }

    private static double rebalances(Telemetry telemetry) {
        return telemetry.registry().find("kafka.consumer.coordinator.rebalance.total").functionCounters().stream()
                .mapToDouble(FunctionCounter::count)
                .sum();
    }

    private static double decided(Telemetry telemetry) {
        return telemetry
                .registry()
                .get("dzvin.detector.decided.timestamp")
                .gauge()
                .value();
    }

    private interface Work {
        void with(Telemetry telemetry) throws Exception;
    }
}
