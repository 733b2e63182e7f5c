package dzvin.detector.streams;

import dzvin.detector.core.Report;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.streams.avro.AvroDecisions;
import dzvin.detector.streams.wire.EveryMerger;
import dzvin.detector.streams.wire.FromMerger;
import dzvin.detector.streams.wire.FromPartition;
import dzvin.detector.streams.wire.FromPartition.Open;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Campaign;
import dzvin.schemas.avro.Signal;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;

/** Reports in; signals, campaigns and alerts out. Each line of {@link #build()} is a stage of the detector, in order. */
public final class DetectorTopology {
    /** Topic between counting and merging; part of the names of Kafka topics, so a rename loses what is under way. */
    static final String CELLS_BY_KEY = "cells-by-key";

    /** Topic between merging and deciding. Its one partition is what puts all decisions into one order. */
    static final String CLOSED_BUCKETS = "closed-buckets";

    /** Topic between counting and deciding, of buckets that are open. */
    static final String OPEN_CELLS = "open-cells";

    private final DetectorTopics topics;
    private final Policy policy;
    private final int partitions;
    private final DetectorMeters meters;
    private final AvroDecisions avro;
    private final Pace pace = new Pace();

    /** @param partitions of reports; there are as many mergers */
    public DetectorTopology(DetectorTopics topics, Policy policy, int partitions, DetectorMeters meters) {
        this.topics = topics;
        this.policy = policy;
        this.partitions = partitions;
        this.meters = meters;
        this.avro = new AvroDecisions(policy);
    }

    public Topology build() {
        var builder = new StreamsBuilder();
        var reports = read(builder, asCounted(topics.reports()));
        var cells = countLocally(reports);
        var closed = mergeAndCloseBuckets(byKey(cells));
        var decisions = decide(withOpenCells(inOneOrder(closed), cells));

        write(signals(decisions), topics.signals());
        write(campaigns(decisions), topics.campaigns());
        write(alerts(decisions), topics.alerts());
        return builder.build();
    }

    private static Topic<String, Report> asCounted(Topic<String, dzvin.schemas.avro.Report> reports) {
        return reports.withValues(CoreReports.of(reports.values().deserializer()));
    }

    private static <K, V> KStream<K, V> read(StreamsBuilder builder, Topic<K, V> topic) {
        return builder.stream(topic.name(), topic.source());
    }

    private KStream<String, FromPartition> countLocally(KStream<String, Report> reports) {
        return reports.process(CountLocally.supplier(policy, partitions, meters, pace), Named.as(CountLocally.NAME));
    }

    private KStream<String, FromPartition> byKey(KStream<String, FromPartition> cells) {
        return cells.filterNot((key, cell) -> cell instanceof Open, Named.as("leave-out-open-cells"))
                .repartition(Repartitioned.<String, FromPartition>as(CELLS_BY_KEY)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(FromPartition.SERDE)
                        .withStreamPartitioner(new EveryMerger())
                        .withNumberOfPartitions(partitions));
    }

    private KStream<String, FromMerger> mergeAndCloseBuckets(KStream<String, FromPartition> cells) {
        return cells.process(
                MergeAndCloseBuckets.supplier(policy, partitions, meters, pace), Named.as(MergeAndCloseBuckets.NAME));
    }

    private KStream<String, FromMerger> inOneOrder(KStream<String, FromMerger> closed) {
        return closed.repartition(Repartitioned.<String, FromMerger>as(CLOSED_BUCKETS)
                .withKeySerde(Serdes.String())
                .withValueSerde(FromMerger.SERDE)
                .withNumberOfPartitions(1));
    }

    /** Past the mergers, which only take what has closed: an early word has no time to lose. */
    private static KStream<String, FromMerger> withOpenCells(
            KStream<String, FromMerger> closed, KStream<String, FromPartition> cells) {
        var open = cells.flatMapValues(DetectorTopology::openCell, Named.as("pick-open-cells"))
                .repartition(Repartitioned.<String, FromMerger>as(OPEN_CELLS)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(FromMerger.SERDE)
                        .withNumberOfPartitions(1));
        return closed.merge(open, Named.as("closed-and-open"));
    }

    private static List<FromMerger> openCell(FromPartition cell) {
        return cell instanceof Open open ? List.of(new FromMerger.Open(open.source(), open.cell())) : List.of();
    }

    private KStream<String, Decision> decide(KStream<String, FromMerger> closed) {
        return closed.process(Decide.supplier(policy, partitions, meters, pace), Named.as(Decide.NAME));
    }

    private KStream<String, Signal> signals(KStream<String, Decision> decisions) {
        return decisions.flatMapValues(avro::signals, Named.as("pick-signals"));
    }

    private KStream<String, Campaign> campaigns(KStream<String, Decision> decisions) {
        return decisions.flatMapValues(avro::campaigns, Named.as("pick-campaigns"));
    }

    private KStream<String, Alert> alerts(KStream<String, Decision> decisions) {
        return decisions.flatMapValues(avro::alerts, Named.as("pick-alerts"));
    }

    private static <K, V> void write(KStream<K, V> stream, Topic<K, V> topic) {
        stream.to(topic.name(), topic.sink());
    }
}
