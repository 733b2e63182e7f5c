package dzvin.bench.throughput;

import java.util.List;

/**
 * What a run came to.
 *
 * @param reports done, those included that were dropped
 * @param lost share of all counts that were dropped as late
 * @param seconds from the first report to the last
 * @param cpuSeconds of the contender's process alone, the broker's not included
 * @param allocatedBytes of the contender's threads
 */
record Figures(long reports, double lost, double seconds, double cpuSeconds, long allocatedBytes) {
    double perSecond() {
        return reports / seconds;
    }

    double allocatedPerReport() {
        return allocatedBytes / (double) reports;
    }

    double cpuMicrosPerReport() {
        return cpuSeconds * 1e6 / reports;
    }

    String asLine() {
        return String.join(
                " ",
                List.of(
                        Long.toString(reports),
                        Double.toString(lost),
                        Double.toString(seconds),
                        Double.toString(cpuSeconds),
                        Long.toString(allocatedBytes)));
    }

    static Figures ofLine(String line) {
        var words = line.split(" ");
        return new Figures(
                Long.parseLong(words[0]),
                Double.parseDouble(words[1]),
                Double.parseDouble(words[2]),
                Double.parseDouble(words[3]),
                Long.parseLong(words[4]));
    }
}
