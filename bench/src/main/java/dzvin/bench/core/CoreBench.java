package dzvin.bench.core;

import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of the core, with what they allocate. */
public final class CoreBench {
    private CoreBench() {}

    /** @param arguments {@code smoke} or {@code all}; the folder for {@code core.csv} */
    public static void main(String[] arguments) throws RunnerException, java.io.IOException {
        boolean smoke = arguments[0].equals("smoke");
        var folder = Files.createDirectories(Path.of(arguments[1]));
        new Runner(new OptionsBuilder()
                        .include(CoreBench.class.getPackageName() + ".*")
                        .forks(smoke ? 0 : 1)
                        .warmupIterations(smoke ? 0 : 3)
                        .warmupTime(TimeValue.seconds(2))
                        .measurementIterations(smoke ? 1 : 5)
                        .measurementTime(smoke ? TimeValue.milliseconds(50) : TimeValue.seconds(2))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .resultFormat(ResultFormatType.CSV)
                        .result(folder.resolve("core.csv").toString())
                        .build())
                .run();
    }
}
