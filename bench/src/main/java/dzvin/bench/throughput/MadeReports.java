package dzvin.bench.throughput;

import dzvin.schemas.avro.NumberKind;
import dzvin.schemas.avro.Report;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/** Reports of a made-up stream, the same ones each time, evenly over the hours that they take. */
final class MadeReports implements Iterator<Report> {
    private static final Instant START = Instant.parse("2025-03-03T00:00:00Z");
    private static final int REGIONS = 27;
    private static final int FEATURES = 12;
    private static final int PEOPLE = 5_000_000;
    private static final double EXPONENT = 1.1;
    private static final double SHARE_OF_ONE_REGION = 0.9;
    private static final long NUMBERS_FROM = 380_000_000_000L;

    private final Shape shape;
    private final StreamSize size;
    private final SplittableRandom random = new SplittableRandom(20_250_303);
    private long made;

    MadeReports(Shape shape, StreamSize size) {
        this.shape = shape;
        this.size = size;
    }

    /** Received time of the last report. */
    static Instant end(StreamSize size) {
        return START.plus(size.length());
    }

    @Override
    public boolean hasNext() {
        return made < size.reports();
    }

    @Override
    public Report next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        made++;
        var at = START.plusMillis(size.length().toMillis() * made / size.reports());
        return Report.newBuilder()
                .setId("made-" + Long.toHexString(made * 0x9E3779B97F4A7C15L))
                .setReceivedAt(at)
                .setCalledAt(at.minusSeconds(60L * random.nextInt(600)))
                .setNumber("+" + (NUMBERS_FROM + number()))
                .setNumberKind(NumberKind.E164)
                .setRegion(region())
                .setChannel("hotline")
                .setReporter("p" + Long.toHexString(random.nextInt(PEOPLE) * 0xD1B54A32D192ED03L))
                .setGivenFeatures(List.of("feature-" + (10 + random.nextInt(FEATURES))))
                .build();
    }

    private long number() {
        return switch (shape) {
            case FRESH -> made;
            case ZIPF -> zipf();
            default -> random.nextInt(size.numbers());
        };
    }

    /** By inversion of the continuous power law: good enough for who is hot. */
    private long zipf() {
        double tail = 1 - EXPONENT;
        double u = random.nextDouble();
        return (long) Math.pow(1 + u * (Math.pow(size.numbers(), tail) - 1), 1 / tail) - 1;
    }

    private String region() {
        int region =
                shape == Shape.ONE_REGION && random.nextDouble() < SHARE_OF_ONE_REGION ? 0 : random.nextInt(REGIONS);
        return "UA-" + (10 + region);
    }
}
