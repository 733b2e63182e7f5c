package dzvin.bench.throughput;

import dzvin.schemas.AvroSerdes;
import dzvin.schemas.avro.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.datastream.WindowedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The job on Apache Flink's mini cluster, in Flink's favour: state on the heap, objects reused, a checkpoint every ten seconds where
 * the others commit every second, results thrown away. It drops no duplicates, has no baselines, and decides nothing.
 */
final class FlinkJob implements Contender {
    private static final Duration CHECKPOINTS = Duration.ofSeconds(10);
    /** With a second, a partition that was not read yet passed for idle, and lost a quarter of the counts. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private static final OutputTag<Tuple2<String, Long>> LATE =
            new OutputTag<>("late", Types.TUPLE(Types.STRING, Types.LONG));

    private final int parallelism;

    FlinkJob(int parallelism) {
        this.parallelism = parallelism;
    }

    @Override
    public void run(Course course, Stopwatch stopwatch) throws Exception {
        var environment = StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration());
        environment.enableCheckpointing(CHECKPOINTS.toMillis());
        var people = windowed(environment, course)
                .aggregate(new CountPeople(), TypeInformation.of(People.class), Types.LONG);
        people.sinkTo(new DiscardingSink<>());
        countLate(people);
        measure(environment, course, stopwatch);
    }

    /** A job that fails has counted some reports before and would count them again: it is no heat. */
    static void measure(StreamExecutionEnvironment environment, Course course, Stopwatch stopwatch) throws Exception {
        var running = environment.executeAsync("people by key");
        stopwatch.measure(course, Job.progress(Job.DROPPED::sum));
        var status = running.getJobStatus().get();
        if (status != JobStatus.RUNNING) {
            throw new IllegalStateException("Flink's job is " + status + " and should be running: see its log");
        }
        running.cancel().get();
    }

    /** What both jobs begin with: reports, their keys, a window for each. */
    static WindowedStream<Tuple2<String, Long>, String, TimeWindow> windowed(
            StreamExecutionEnvironment environment, Course course) {
        environment.getConfig().enableObjectReuse();
        var watermarks = WatermarkStrategy.<Split>forBoundedOutOfOrderness(Job.POLICY.grace())
                .withTimestampAssigner((split, at) -> at)
                .withIdleness(QUIET);
        return environment
                .fromSource(source(course), watermarks, "reports", TypeInformation.of(Split.class))
                .flatMap(FlinkJob::apart)
                .returns(Types.TUPLE(Types.STRING, Types.LONG))
                .keyBy(counted -> counted.f0)
                .window(TumblingEventTimeWindows.of(Job.POLICY.bucket()))
                .sideOutputLateData(LATE);
    }

    static void countLate(SingleOutputStreamOperator<?> people) {
        people.getSideOutput(LATE).flatMap(FlinkJob::drop).returns(Types.LONG).sinkTo(new DiscardingSink<>());
    }

    static Configuration configuration() throws IOException {
        var configuration = new Configuration();
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                Files.createTempDirectory("dzvin-bench-").toUri().toString());
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(128));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(128));
        return configuration;
    }

    private static KafkaSource<Split> source(Course course) {
        return KafkaSource.<Split>builder()
                .setBootstrapServers(course.bootstrapServers())
                .setTopics(course.topics().reports())
                .setGroupId(course.freshName())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new Decode(course.asArguments().toArray(String[]::new)))
                .build();
    }

    private static void apart(Split split, Collector<Tuple2<String, Long>> out) {
        for (String key : split.keys) {
            out.collect(Tuple2.of(key, split.person));
        }
    }

    /** What Flink would drop in silence; to be counted, it is sent aside. */
    private static void drop(Tuple2<String, Long> late, Collector<Long> out) {
        Job.DROPPED.increment();
    }

    /** What of a report goes on; made by the source, chained to its user, never written down. */
    public static final class Split {
        String[] keys;
        long person;
    }

    private static final class Decode implements KafkaRecordDeserializationSchema<Split> {
        private static final long serialVersionUID = 1;

        private final String[] course;
        private transient Deserializer<Report> reports;

        Decode(String[] course) {
            this.course = course;
        }

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Split> out) {
            if (record.value() == null) {
                return;
            }
            if (reports == null) {
                var serdes = new AvroSerdes(Course.of(List.of(course)).connection());
                reports = serdes.serde(Report.class).deserializer();
            }
            var report = reports.deserialize(record.topic(), record.value());
            var split = new Split();
            split.keys = Job.keys(report).toArray(String[]::new);
            split.person = Job.person(report);
            out.collect(split);
        }

        @Override
        public TypeInformation<Split> getProducedType() {
            return TypeInformation.of(Split.class);
        }
    }

    private static final class CountPeople implements AggregateFunction<Tuple2<String, Long>, People, Long> {
        private static final long serialVersionUID = 1;

        @Override
        public People createAccumulator() {
            return new People();
        }

        @Override
        public People add(Tuple2<String, Long> counted, People people) {
            Job.COUNTED.increment();
            return people.add(counted.f1);
        }

        @Override
        public Long getResult(People people) {
            return people.people();
        }

        @Override
        public People merge(People one, People other) {
            throw new UnsupportedOperationException("tumbling windows are never merged");
        }
    }
}
