package dzvin.bench.quality;

import java.util.List;
import java.util.stream.IntStream;

/** What is measured, in two sizes. */
final class QualitySuite {
    private static final double ALWAYS = 1;
    private static final double HALF = 0.5;
    private static final List<String> NEW = List.of("new");
    private static final List<String> EVERYDAY = List.of("f0");

    private QualitySuite() {}

    /** One stream without a campaign, watched for so many weeks under a budget. */
    record Null(StreamShape stream, double budget, int weeks) {
        NullTrial.Outcome run(long seed) {
            return NullTrial.run(stream, budget, weeks, seed);
        }
    }

    /** The whole table. */
    static List<Null> nulls() {
        var few = StreamShape.overdispersed(3, 6, 50);
        var medium = StreamShape.overdispersed(25, 7, 400);
        var many = StreamShape.overdispersed(400, 7, 1000);
        var rough = StreamShape.rough(25, 7, 400);
        var holidays = StreamShape.holidays(25, 7, 400);
        return List.of(
                new Null(StreamShape.poisson(3, 6, 10.0 / 7), 1, 300),
                new Null(few, 0.1, 400),
                new Null(few, 1, 100),
                new Null(few, 10, 30),
                new Null(medium, 1, 52),
                new Null(StreamShape.poisson(400, 7, 50), 1, 52),
                new Null(many, 0.1, 60),
                new Null(many, 1, 40),
                new Null(many, 10, 15),
                new Null(rough, 1, 30),
                new Null(medium, 0.1, 100),
                new Null(medium, 10, 15),
                new Null(rough, 10, 15),
                new Null(rough, 0.1, 100),
                new Null(StreamShape.poisson(25, 7, 400), 0.1, 100),
                new Null(StreamShape.poisson(25, 7, 400), 1, 52),
                new Null(StreamShape.poisson(25, 7, 400), 10, 15),
                new Null(holidays, 0.1, 100),
                new Null(holidays, 1, 52),
                new Null(holidays, 10, 15));
    }

    /** National waves in more and more of the seven everyday words. */
    static List<Plant.Shape> manyWords() {
        return IntStream.rangeClosed(2, 7)
                .mapToObj(words -> new Plant.Shape(
                        words + " of 7 everyday words, national",
                        20,
                        400,
                        25,
                        ALWAYS,
                        IntStream.range(0, words).mapToObj(word -> "f" + word).toList()))
                .toList();
    }

    /** From a handful in two regions to a national wave. */
    static List<Plant.Shape> campaigns() {
        return List.of(
                new Plant.Shape("new words, national, fast", 20, 400, 25, ALWAYS, NEW),
                new Plant.Shape("new words, national, slow", 60, 60, 25, ALWAYS, NEW),
                new Plant.Shape("new words, 6 regions", 40, 60, 6, HALF, NEW),
                new Plant.Shape("new words, 2 regions", 60, 30, 2, 0, NEW),
                new Plant.Shape("everyday words, national, fast", 20, 400, 25, ALWAYS, EVERYDAY),
                new Plant.Shape("everyday words, 6 regions", 40, 60, 6, ALWAYS, EVERYDAY),
                new Plant.Shape("everyday words, 2 regions", 40, 60, 2, ALWAYS, EVERYDAY),
                new Plant.Shape("no campaign, what chance finds of everyday words", 40, 0, 0, ALWAYS, EVERYDAY));
    }
}
