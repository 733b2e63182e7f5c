package dzvin.detector.core.explain;

import dzvin.detector.core.decide.Estimate;
import dzvin.detector.core.decide.Evidence;
import dzvin.detector.core.decide.Share;
import dzvin.detector.core.decide.Stage;
import dzvin.detector.core.decide.Summary;
import dzvin.detector.core.explain.Labels.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in one plain sentence what the evidence is, in Ukrainian and in English. */
public final class Sentences {
    private static final int MOST_NAMED = 3;
    /** A feature is named where at least so large a share of the reports carries it. */
    private static final double NAMED_SHARE = 0.15;

    private final Labels labels;
    private final DateTimeFormatter ukrainianTime;
    private final DateTimeFormatter englishTime;

    public Sentences(Labels labels, ZoneId zone) {
        this.labels = labels;
        this.ukrainianTime =
                DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT).withZone(zone);
        this.englishTime =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    }

    /** What happened to a campaign, by its stage. */
    public Summary of(Stage stage, boolean broadcast, Evidence evidence) {
        return new Summary(
                ukrainian(broadcast ? "Сплеск повідомлень з усіх регіонів одразу" : ukrainian(stage), evidence),
                english(broadcast ? "Reports rose in all regions at once" : english(stage), evidence));
    }

    /** What turned out to be a campaign of its own. */
    public Summary toldApart(Stage stage, Evidence evidence) {
        return new Summary(
                ukrainian(ukrainian(stage) + " (досі її показували як частину іншої)", evidence),
                english(english(stage) + " (shown as part of another until now)", evidence));
    }

    /** What shows before its bucket has closed. */
    public Summary early(Evidence evidence) {
        return new Summary(
                ukrainian("Рання ознака кампанії дзвінків", evidence),
                english("An early sign of a campaign of calls", evidence));
    }

    /** An early sign was of a campaign that was known already. */
    public Summary earlyJoined(Evidence evidence) {
        return new Summary(
                ukrainian("Рання ознака належить до вже відомої кампанії", evidence),
                english("An early sign belongs to a campaign that was known", evidence));
    }

    /** An early sign was none. */
    public Summary earlyNotFound(Evidence evidence) {
        return new Summary(
                ukrainian("Рання ознака не підтвердилася", evidence),
                english("An early sign was not borne out", evidence));
    }

    private String ukrainian(String opening, Evidence evidence) {
        var people = new Plural("людина", "людини", "людей").with(evidence.people(), Language.UKRAINIAN);
        var regions = new Plural("регіоні", "регіонах", "регіонах")
                .with(evidence.regions().size(), Language.UKRAINIAN);
        var reports =
                new Plural("повідомлення", "повідомлення", "повідомлень").with(evidence.reports(), Language.UKRAINIAN);
        return opening + ": з "
                + ukrainianTime.format(Instant.ofEpochMilli(evidence.onset().at())) + " — " + people
                + where(" у ", evidence, regions) + ", " + reports + " за звичного рівня "
                + whole(evidence.expected()) + named("; кажуть: ", evidence, Language.UKRAINIAN)
                + doubling(evidence, "; кількість подвоюється за ", " год (") + ".";
    }

    private String english(String opening, Evidence evidence) {
        var people = Plural.english("person", "people").with(evidence.people(), Language.ENGLISH);
        var regions =
                Plural.english("region", "regions").with(evidence.regions().size(), Language.ENGLISH);
        var reports = Plural.english("report", "reports").with(evidence.reports(), Language.ENGLISH);
        return opening + ": since "
                + englishTime.format(Instant.ofEpochMilli(evidence.onset().at())) + ", " + people
                + where(" in ", evidence, regions) + ", " + reports + " where " + whole(evidence.expected())
                + " would be usual" + named("; callers: ", evidence, Language.ENGLISH)
                + doubling(evidence, "; doubling every ", " h (") + ".";
    }

    private static String where(String in, Evidence evidence, String regions) {
        return evidence.regions().isEmpty() ? "" : in + regions;
    }

    private String named(String opening, Evidence evidence, Language language) {
        List<Share> leading = evidence.features().stream()
                .filter(feature -> feature.reports() >= NAMED_SHARE * evidence.reports())
                .limit(MOST_NAMED)
                .toList();
        return leading.isEmpty()
                ? ""
                : leading.stream()
                        .map(feature -> "«" + labels.feature(feature.code(), language) + "»")
                        .collect(Collectors.joining(", ", opening, ""));
    }

    private static String doubling(Evidence evidence, String opening, String unit) {
        return evidence.doublingHours()
                .map(estimate -> opening + whole(estimate.value()) + unit + interval(estimate) + ")")
                .orElse("");
    }

    private static String interval(Estimate estimate) {
        return whole(estimate.low()) + "–" + whole(estimate.high());
    }

    private static String whole(double value) {
        return value < 1 ? "<1" : String.valueOf(StrictMath.round(value));
    }

    private static String ukrainian(Stage stage) {
        return switch (stage) {
            case EMERGING -> "Зароджується кампанія дзвінків";
            case SPREADING -> "Кампанія дзвінків поширюється";
            case MASS -> "Кампанія дзвінків стала масовою";
            case SUBSIDING -> "Кампанія дзвінків вщухає";
            case ENDED -> "Кампанія дзвінків завершилася";
        };
    }

    private static String english(Stage stage) {
        return switch (stage) {
            case EMERGING -> "A campaign of calls is emerging";
            case SPREADING -> "A campaign of calls is spreading";
            case MASS -> "A campaign of calls has become a mass effort";
            case SUBSIDING -> "A campaign of calls is subsiding";
            case ENDED -> "A campaign of calls has ended";
        };
    }
}
