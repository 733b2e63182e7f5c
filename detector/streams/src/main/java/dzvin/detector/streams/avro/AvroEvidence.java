package dzvin.detector.streams.avro;

import dzvin.detector.core.decide.Estimate;
import dzvin.detector.core.decide.Share;
import dzvin.schemas.avro.CodeCount;
import dzvin.schemas.avro.Evidence;
import dzvin.schemas.avro.Interval;
import dzvin.schemas.avro.Onset;
import dzvin.schemas.avro.RegionCount;
import java.time.Instant;
import java.util.List;

/** Why something rang, as the topics have it. */
final class AvroEvidence {
    private AvroEvidence() {}

    static Evidence of(dzvin.detector.core.decide.Evidence evidence) {
        return Evidence.newBuilder()
                .setOnset(onset(evidence.onset()))
                .setWindowFrom(Instant.ofEpochMilli(evidence.windowFrom()))
                .setWindowTo(Instant.ofEpochMilli(evidence.windowTo()))
                .setReports(evidence.reports())
                .setExpected(evidence.expected())
                .setPeople(evidence.people())
                .setNumbers(evidence.numbers())
                .setWithheld(evidence.withheld())
                .setEffectiveRegions(evidence.effectiveRegions())
                .setCalledLongAgo(evidence.calledLongAgo())
                .setRegions(
                        evidence.regions().stream().map(AvroEvidence::region).toList())
                .setFeatures(codes(evidence.features()))
                .setFamilies(codes(evidence.families()))
                .setLeadingNumbers(codes(evidence.leadingNumbers()))
                .setDoublingHours(
                        evidence.doublingHours().map(AvroEvidence::interval).orElse(null))
                .setEValue(evidence.eValue())
                .setSampleReports(evidence.sampleReports())
                .build();
    }

    static Onset onset(dzvin.detector.core.decide.Onset onset) {
        return new Onset(
                Instant.ofEpochMilli(onset.at()), Instant.ofEpochMilli(onset.from()), Instant.ofEpochMilli(onset.to()));
    }

    private static RegionCount region(Share share) {
        return RegionCount.newBuilder()
                .setCode(share.code())
                .setReports(share.reports())
                .setExpected(share.expected())
                .setPerHundredThousand(
                        share.perHundredThousand().isPresent()
                                ? share.perHundredThousand().getAsDouble()
                                : null)
                .build();
    }

    private static List<CodeCount> codes(List<Share> shares) {
        return shares.stream()
                .map(share -> new CodeCount(share.code(), share.reports()))
                .toList();
    }

    private static Interval interval(Estimate estimate) {
        return new Interval(estimate.value(), estimate.low(), estimate.high());
    }
}
