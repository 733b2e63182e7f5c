package dzvin.standalone.detector;

import dzvin.detector.core.Detector;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.policy.Policies;
import dzvin.detector.streams.LabelsForPeople;
import dzvin.detector.streams.avro.AvroDecisions;
import dzvin.detector.streams.avro.ReportCodec;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Report;
import dzvin.schemas.json.AlertJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What was rung, and what became of the reports.
 *
 * @param digest of the alerts, as {@code dzvin replay --digest} prints it
 */
record Outcome(String digest, int alerts, long counted, long duplicate, long late) {
    static Outcome of(List<Alert> alerts, long counted, long duplicate, long late) {
        return new Outcome(digestOf(alerts), alerts.size(), counted, duplicate, late);
    }

    /** By core in a plain loop: the other driver, which has no threads, no instances and nothing that could be killed. */
    static Outcome ofCore(List<Report> arrivals, int partitions) {
        var policy = Policies.shipped("ua");
        var detector = new Detector(policy, new LabelsForPeople(), partitions);
        var decisions = new ArrayList<Decision>();
        var logs = Arrivals.byPartition(arrivals, partitions);
        for (int partition = 0; partition < partitions; partition++) {
            for (Report report : logs.get(partition)) {
                decisions.addAll(detector.take(partition, ReportCodec.toCore(report)));
            }
        }
        decisions.addAll(detector.heartbeat(PlantedWave.longAfter().toEpochMilli()));
        var avro = new AvroDecisions(policy);
        var alerts = decisions.stream()
                .flatMap(decision -> avro.alerts(decision).stream())
                .toList();
        var counts = detector.counts();
        return of(alerts, counts.counted(), counts.duplicate(), counts.late());
    }

    private static String digestOf(List<Alert> alerts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Alert alert :
                    alerts.stream().filter(alert -> !alert.getEarly()).toList()) {
                digest.update((AlertJson.write(alert) + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return "sha256:" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
