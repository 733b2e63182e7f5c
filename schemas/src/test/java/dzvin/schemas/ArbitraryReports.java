package dzvin.schemas;

import dzvin.schemas.avro.NumberKind;
import dzvin.schemas.avro.RegionOrigin;
import dzvin.schemas.avro.Report;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/** Any report that the schema allows, absent fields and every script of the world included. */
public final class ArbitraryReports implements ArbitraryProvider {
    @Override
    public boolean canProvideFor(TypeUsage target) {
        return target.isOfType(Report.class);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage target, SubtypeProvider subtypes) {
        return Set.of(reports());
    }

    static Arbitrary<Report> reports() {
        return Combinators.combine(builders(), words(), features())
                .as((builder, text, features) ->
                        builder.setText(text).setGivenFeatures(features).build());
    }

    private static Arbitrary<Report.Builder> builders() {
        return Combinators.combine(
                        Arbitraries.strings().ascii().ofMaxLength(40),
                        instants(),
                        instants().injectNull(0.3),
                        Arbitraries.integers().between(-1080, 1080).injectNull(0.3),
                        words(),
                        words(),
                        Arbitraries.of(NumberKind.class),
                        Arbitraries.of(RegionOrigin.class))
                .as((id, received, called, offset, number, region, kind, origin) -> Report.newBuilder()
                        .setId(id)
                        .setReceivedAt(received)
                        .setCalledAt(called)
                        .setCalledOffsetMinutes(offset)
                        .setNumber(number)
                        .setRegion(region)
                        .setNumberKind(kind)
                        .setRegionOrigin(origin));
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(-62_135_596_800_000_000L, 253_402_300_799_999_999L)
                .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }

    private static Arbitrary<List<String>> features() {
        return Arbitraries.strings()
                .alpha()
                .ofMinLength(1)
                .ofMaxLength(20)
                .list()
                .ofMaxSize(8);
    }

    /** Surrogates only in pairs: a lone one is no text, and UTF-8 cannot hold it. */
    private static Arbitrary<String> words() {
        return Arbitraries.integers()
                .between(1, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .list()
                .ofMaxSize(60)
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .injectNull(0.3);
    }
}
