package dzvin.bench.throughput;

import dzvin.standalone.log.LogFormat;
import dzvin.standalone.log.Logging;
import java.util.List;

/** One run of one contender, as a process: its last line on standard output is its figures. */
public final class Heat {
    static final String FIGURES = "figures ";

    private Heat() {}

    /** @param arguments the contender's name, and a course */
    public static void main(String[] arguments) throws Exception {
        // A warning for each record that is dropped as late would cost its contender more than the record.
        Logging.toStandardError(LogFormat.PLAIN, "ERROR");
        var words = List.of(arguments);
        var stopwatch = new Stopwatch();
        var contender = Contenders.named(words.get(0));
        contender.run(Course.of(words.subList(1, words.size())), stopwatch);
        System.out.println(FIGURES + stopwatch.figures().asLine());
        System.out.flush();
        // Threads of a mini cluster may stay; what was to be measured is measured.
        Runtime.getRuntime().halt(0);
    }
}
