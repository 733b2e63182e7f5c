package dzvin.bench.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of the core: its parts, with what they allocate, or its speed as a whole. */
public final class CoreBench {
    private CoreBench() {}

    /** @param arguments {@code smoke} or {@code all} for {@code core.csv}, {@code speed} for {@code speed.md}; the folder for it */
    public static void main(String[] arguments) throws RunnerException, IOException {
        var folder = Files.createDirectories(Path.of(arguments[1]));
        if (arguments[0].equals("speed")) {
            SpeedBench.write(folder);
        } else {
            parts(arguments[0].equals("smoke"), folder);
        }
    }

    private static void parts(boolean smoke, Path folder) throws RunnerException {
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
