package dzvin.bench.throughput;

import dzvin.standalone.log.LogFormat;
import dzvin.standalone.log.Logging;
import java.util.List;

/** One run of one contender, as a process: its last line on standard output is its figures. */
public final class Heat {
    static final String FIGURES = "figures ";

    private Heat() {}

    /** @param arguments the contender's name, how many laps it runs, of which the last one is measured, and a course */
    public static void main(String[] arguments) throws Exception {
        // A warning for each record that is dropped as late would cost its contender more than the record.
        Logging.toStandardError(LogFormat.PLAIN, "ERROR");
        var words = List.of(arguments);
        var stopwatch = new Stopwatch();
        var course = Course.of(words.subList(2, words.size()));
        for (int laps = Integer.parseInt(words.get(1)); laps > 0; laps--) {
            Job.begin();
            Contenders.named(words.get(0)).run(course, stopwatch);
        }
        System.out.println(FIGURES + stopwatch.figures().asLine());
        System.out.flush();
        // Threads of a mini cluster may stay; what was to be measured is measured.
        Runtime.getRuntime().halt(0);
    }
}
