package dzvin.standalone.detector;

import static dzvin.standalone.detector.Trial.ON_DEMAND;
import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.avro.Report;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** However reports come into the log, everything holds that a {@link Trial} asks. One broker: it is not what breaks here. */
@EnabledIfSystemProperty(named = "chaos", matches = "all", disabledReason = ON_DEMAND)
class ChaosOfProducersIT {
    private static final int TOGETHER = 25;
    private static final int KILLS = 12;

    @TempDir
    private Path folder;

    /** Ingest is killed while it is idle, and from at once to some milliseconds after a request has been sent off. */
    @Test
    void anIngestThatIsKilledLosesNothingThatItAcknowledgedAndChangesNoByte() throws Exception {
        var requests = Gateway.requests(PlantedWave.reports());
        try (var broker = OneBroker.in(folder)) {
            var trial = Trial.on(broker.connection(), 1, folder);
            var disturbed = trial.desk("disturbed");
            try (var gateway = new Gateway(trial, disturbed)) {
                tellAndKillNowAndThen(gateway, requests);

                assertThat(gateway.unanswered())
                        .as("requests that a kill cut off")
                        .isPositive();
                assertThat(gateway.acknowledged())
                        .isEqualTo(PlantedWave.reports().stream()
                                .map(Report::getId)
                                .toList());
                assertThat(disturbed.reports().stream().map(Report::getId)).containsAll(gateway.acknowledged());
            }
            disturbed.tick(PlantedWave.longAfter());
            var counts = Trial.finish(disturbed);

            assertThat(counts.counted()).isEqualTo(PlantedWave.reports().size());
            assertThat(counts.all()).isEqualTo(disturbed.log().size());
            var undisturbed = trial.desk("undisturbed");
            try (var gateway = new Gateway(trial, undisturbed)) {
                for (List<Report> request : requests) {
                    gateway.tell(request);
                }
                assertThat(gateway.unanswered()).isZero();
            }
            undisturbed.tick(PlantedWave.longAfter());
            Trial.finish(undisturbed);
            Trial.assertThatTheySayTheSame(disturbed, undisturbed);
        }
    }

    @Test
    void aNewerSchemaForAWhileChangesNoByte() throws Exception {
        Trial.onOneBroker(folder, unrest -> {
            var later =
                    new LaterRelease(unrest.connection(), unrest.desk().topics().reports());
            unrest.tellBy((slice, part) -> {
                if (slice == 1) {
                    unrest.desk().tell(part, later);
                } else {
                    unrest.desk().tell(part);
                }
                return part.size();
            });
            return slice -> {
                unrest.beginWith(2, slice);
                unrest.killOne();
                if (slice == 2) {
                    later.close();
                    assertThat(changesOf(later.id(), unrest.desk().log()))
                            .as("the newer schema comes in and goes out of each partition")
                            .isEqualTo(2 * Trial.PARTITIONS);
                }
            };
        });
    }

    /** As when a gateway gives its work to another one, and goes on nevertheless. */
    @Test
    void twoProducersThatTellTheSameAtTheSameTimeChangeNoByte() throws Exception {
        Trial.onOneBroker(folder, unrest -> {
            unrest.tellBy((slice, part) -> {
                var threads = Executors.newFixedThreadPool(2);
                try {
                    for (Future<Void> each : threads.invokeAll(
                            List.of(inPortions(unrest.desk(), part), inPortions(unrest.desk(), part)))) {
                        each.get();
                    }
                } finally {
                    threads.shutdownNow();
                }
                return 2 * part.size();
            });
            return slice -> {
                unrest.beginWith(2, slice);
                unrest.killOne();
                if (slice == 2) {
                    assertThat(firstsAfterRepeats(unrest.desk().log()))
                            .as("reports that are new behind some that are not")
                            .isPositive();
                }
            };
        });
    }

    private static void tellAndKillNowAndThen(Gateway gateway, List<List<Report>> requests) throws Exception {
        int every = requests.size() / KILLS;
        for (int i = 0; i < requests.size(); i++) {
            int kill = i / every;
            if (i % every != every / 2) {
                gateway.tell(requests.get(i));
            } else if (kill % 4 == 3) {
                gateway.kill();
                gateway.tell(requests.get(i));
            } else {
                gateway.tellAndKill(requests.get(i), Duration.ofMillis(kill));
            }
        }
    }

    private static Callable<Void> inPortions(Desk desk, List<Report> reports) {
        return () -> {
            for (int from = 0; from < reports.size(); from += TOGETHER) {
                desk.tell(reports.subList(from, Math.min(reports.size(), from + TOGETHER)));
            }
            return null;
        };
    }

    /** How often in the logs a record with the schema follows one without it, or the other way round. */
    private static int changesOf(int schema, List<ConsumerRecord<String, byte[]>> logs) {
        int changes = 0;
        for (int i = 1; i < logs.size(); i++) {
            boolean sameLog = logs.get(i).partition() == logs.get(i - 1).partition();
            if (sameLog && is(schema, logs.get(i)) != is(schema, logs.get(i - 1))) {
                changes++;
            }
        }
        return changes;
    }

    private static boolean is(int schema, ConsumerRecord<String, byte[]> record) {
        return ByteBuffer.wrap(record.value(), 1, Integer.BYTES).getInt() == schema;
    }

    private static int firstsAfterRepeats(List<ConsumerRecord<String, byte[]>> logs) {
        var told = new HashSet<ByteBuffer>();
        int firsts = 0;
        boolean wasRepeat = false;
        for (ConsumerRecord<String, byte[]> record : logs) {
            boolean first = told.add(ByteBuffer.wrap(record.value()));
            if (first && wasRepeat) {
                firsts++;
            }
            wasRepeat = !first;
        }
        return firsts;
    }
}
