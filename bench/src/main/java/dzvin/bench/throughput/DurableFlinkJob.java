package dzvin.bench.throughput;

import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.windowing.WindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/**
 * The job on Flink's mini cluster with nearly what the others promise: state that outgrows memory, checkpoints as often as they commit,
 * results in Kafka. At least once, in its favour: the connector's transactions call what Kafka's client 4.4 has no more. Its checkpoints
 * are incremental; a person's hash is added to the bytes of the state as they are.
 */
final class DurableFlinkJob implements Contender {
    private final int parallelism;

    DurableFlinkJob(int parallelism) {
        this.parallelism = parallelism;
    }

    @Override
    public void run(Course course, Stopwatch stopwatch) throws Exception {
        var output = course.prefix() + ".people";
        InternalTopics.create(course.connection(), output, course.partitions());
        var configuration = FlinkJob.configuration();
        configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        configuration.set(
                RocksDBOptions.TIMER_SERVICE_FACTORY, EmbeddedRocksDBStateBackend.PriorityQueueStateType.HEAP);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
        var environment = StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
        environment.enableCheckpointing(PlainStreams.COMMIT_INTERVAL_MS);
        var people = FlinkJob.windowed(environment, course)
                .aggregate(
                        new CountPeople(),
                        new Name(),
                        PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO,
                        Types.STRING);
        people.sinkTo(sink(course, output));
        FlinkJob.countLate(people);
        FlinkJob.measure(environment, course, stopwatch);
    }

    private static KafkaSink<String> sink(Course course, String output) {
        return KafkaSink.<String>builder()
                .setBootstrapServers(course.bootstrapServers())
                .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder()
                        .setTopic(output)
                        .setValueSerializationSchema(new SimpleStringSchema())
                        .build())
                .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
                .setProperty("compression.type", "lz4")
                .build();
    }

    private static final class Name implements WindowFunction<Long, String, String, TimeWindow> {
        private static final long serialVersionUID = 1;

        @Override
        public void apply(String key, TimeWindow window, Iterable<Long> people, Collector<String> out) {
            people.forEach(count -> out.collect(key + " " + window.getStart() + " " + count));
        }
    }

    private static final class CountPeople implements AggregateFunction<Tuple2<String, Long>, byte[], Long> {
        private static final long serialVersionUID = 1;

        @Override
        public byte[] createAccumulator() {
            return new People().toBytes();
        }

        @Override
        public byte[] add(Tuple2<String, Long> counted, byte[] people) {
            Job.COUNTED.increment();
            return People.of(people).add(counted.f1).toBytes();
        }

        @Override
        public Long getResult(byte[] people) {
            return People.of(people).people();
        }

        @Override
        public byte[] merge(byte[] one, byte[] other) {
            throw new UnsupportedOperationException("tumbling windows are never merged");
        }
    }
}
