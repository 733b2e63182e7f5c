package dzvin.detector.core;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Builds reports that show only what matters. */
public final class Reports {
    private final String id;
    private final long receivedAt;
    private OptionalLong calledAt = OptionalLong.empty();
    private Optional<String> number = Optional.empty();
    private Optional<String> region = Optional.empty();
    private List<String> features = List.of();
    private Optional<String> family = Optional.empty();
    private Optional<String> reporter = Optional.empty();

    private Reports(String id, long receivedAt) {
        this.id = id;
        this.receivedAt = receivedAt;
    }

    public static Reports aReport(String id, long receivedAt) {
        return new Reports(id, receivedAt);
    }

    public Reports calledAt(long at) {
        calledAt = OptionalLong.of(at);
        return this;
    }

    public Reports byNumber(String value) {
        number = Optional.of(value);
        return this;
    }

    public Reports from(String value) {
        region = Optional.of(value);
        return this;
    }

    public Reports saying(String... values) {
        features = List.of(values);
        return this;
    }

    public Reports ofFamily(String value) {
        family = Optional.of(value);
        return this;
    }

    public Reports reportedBy(String value) {
        reporter = Optional.of(value);
        return this;
    }

    public Report build() {
        return new Report(id, receivedAt, calledAt, number, region, features, family, reporter);
    }
}
