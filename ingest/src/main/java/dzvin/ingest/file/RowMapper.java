package dzvin.ingest.file;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.ingest.Rejection;
import dzvin.ingest.file.Mapping.Contents;
import dzvin.schemas.avro.RejectionReason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** Says what a row means, by the mapping; remembers rows only to number identical ones. */
final class RowMapper {
    /** Reports that one row may count; more is a slip of the keyboard or another column. */
    static final int MOST_REPORTS = 100_000;

    private static final int MOST_DIGITS = 9;

    private final Mapping mapping;
    private final Contents contents;
    private final Set<String> identifying;
    private final Occurrences occurrences = new Occurrences();

    RowMapper(Mapping mapping) {
        this.mapping = mapping;
        this.contents = mapping.contents();
        this.identifying = Set.copyOf(identifying(mapping));
    }

    /**
     * The columns that a derived id is made of: those that the mapping reads, but for the count, so that a corrected count
     * leaves the ids alone, and for the reporter: the rest of a row is in the open, so a plain hash over it and a contact
     * would give the contact away to whoever tries contacts.
     */
    private static Set<String> identifying(Mapping mapping) {
        var columns = new TreeSet<String>();
        mapping.contents().fields().forEach((field, templates) -> {
            if (field != Field.REPORTER) {
                templates.forEach(template -> columns.addAll(template.columns()));
            }
        });
        mapping.contents()
                .features()
                .forEach(rule -> rule.columns().forEach(name -> columns.add(Cells.canonical(name))));
        mapping.identity().countColumn().ifPresent(columns::remove);
        mapping.contents()
                .fields()
                .getOrDefault(Field.REPORTER, List.of())
                .forEach(template -> columns.removeAll(template.columns()));
        return columns;
    }

    /** A row, understood or not. */
    sealed interface Reading {
        record Understood(Account account) implements Reading {}

        record Refused(Rejection rejection) implements Reading {}
    }

    /** Each list of alternatives of which the header has to hold one completely, by what it is for. */
    private Map<String, List<Template>> wanted() {
        var wanted = new LinkedHashMap<String, List<Template>>();
        contents.fields().forEach((field, templates) -> wanted.put(field.json(), templates));
        contents.features()
                .forEach(rule -> wanted.put(
                        "feature " + rule.columns().get(0),
                        rule.columns().stream().map(RowMapper::column).toList()));
        if (!mapping.identity().id().isEmpty()) {
            wanted.put("id", mapping.identity().id());
        }
        mapping.identity().countColumn().ifPresent(count -> wanted.put("count", List.of(column(count))));
        return wanted;
    }

    Reading read(Row.Whole row) {
        try {
            return new Reading.Understood(account(row.line(), row.cells()));
        } catch (Refusal refusal) {
            return new Reading.Refused(refusal.rejection);
        }
    }

    private Account account(long line, Cells cells) throws Refusal {
        var told = told(cells);
        var received = moment(told.remove(Field.RECEIVED_AT), Field.RECEIVED_AT);
        if (received.isEmpty()) {
            throw new Refusal(RejectionReason.BAD_TIME, Field.RECEIVED_AT.json(), "the row does not say when");
        }
        return new Account(
                line,
                id(cells),
                told,
                features(cells),
                received.get(),
                moment(told.remove(Field.CALLED_AT), Field.CALLED_AT),
                count(cells),
                mapping.identity().countColumn().isPresent());
    }

    private EnumMap<Field, String> told(Cells cells) {
        var told = new EnumMap<Field, String>(Field.class);
        told.putAll(contents.constants());
        for (var field : contents.fields().entrySet()) {
            firstToldBy(field.getValue(), cells).ifPresent(text -> told.put(field.getKey(), text));
        }
        if (contents.fields().containsKey(Field.NUMBER) && showsNothing(told.get(Field.NUMBER))) {
            told.remove(Field.NUMBER);
            if (contents.numbers().withheldIfEmpty()) {
                told.put(Field.NUMBER, RawReport.WITHHELD);
            }
        }
        return told;
    }

    private Optional<String> firstToldBy(List<Template> templates, Cells cells) {
        for (Template template : templates) {
            var text = template.fill(cells, contents.blanks());
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /**
     * A form's untouched {@code ___-____} is no number; and where a source's form asks for digits, a citizen's remark
     * such as {@code multiple} is none either.
     */
    private boolean showsNothing(String number) {
        IntPredicate shows = contents.numbers().needsDigits() ? Character::isDigit : Character::isLetterOrDigit;
        // Nearly every number begins with what shows it.
        return number == null
                || number.isEmpty()
                || !(shows.test(number.charAt(0)) || number.codePoints().anyMatch(shows));
    }

    private Optional<Moment> moment(String told, Field field) throws Refusal {
        if (told == null) {
            return Optional.empty();
        }
        var moment = mapping.clocks().patterns().read(told);
        if (moment.isEmpty()) {
            throw new Refusal(
                    RejectionReason.BAD_TIME,
                    field.json(),
                    "the time is no real one, or in none of the mapping's patterns");
        }
        return moment;
    }

    private List<String> features(Cells cells) throws Refusal {
        if (contents.features().isEmpty()) {
            return List.of();
        }
        var features = new ArrayList<String>();
        for (FeatureRule rule : contents.features()) {
            if (!rule.addTo(features, cells, contents.blanks())) {
                throw new Refusal(
                        RejectionReason.BAD_FEATURE,
                        rule.columns().get(0),
                        rule.whenYes().isPresent()
                                ? "the cell is neither yes nor no"
                                : "the cell's value has no Latin letter or digit: list it in the mapping's values");
            }
        }
        return features.stream().distinct().toList();
    }

    private int count(Cells cells) throws Refusal {
        var column = mapping.identity().countColumn();
        if (column.isEmpty()) {
            return 1;
        }
        var text = contents.blanks().clean(cells.under(column.get())).orElse("");
        if (!isNumber(text) || Integer.parseInt(text) > MOST_REPORTS) {
            throw new Refusal(
                    RejectionReason.BAD_COUNT,
                    column.get(),
                    "the count must be a whole number from 0 to " + MOST_REPORTS);
        }
        return Integer.parseInt(text);
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MOST_DIGITS;
    }

    private String id(Cells cells) throws Refusal {
        var identity = mapping.identity();
        if (!identity.id().isEmpty()) {
            return firstToldBy(identity.id(), cells)
                    .orElseThrow(() -> new Refusal(RejectionReason.BAD_ID, "id", "the row has no id"));
        }
        var content = Fingerprint.of(cells.content(identifying::contains));
        int occurrence = identity.identicalRowsAreSeparate() ? occurrences.next(content) : 1;
        return mapping.name() + "-" + content.hex() + (occurrence > 1 ? "." + occurrence : "");
    }

    private static Template column(String name) {
        return Template.of("{" + name + "}");
    }

    /** The columns that a header lacks, each as the mapping writes it, with what it is for. */
    List<String> missingFrom(Set<String> header) {
        var missing = new ArrayList<String>();
        wanted().forEach((purpose, templates) -> {
            if (templates.stream().map(Template::columns).noneMatch(header::containsAll)) {
                missing.add(
                        named(
                                        templates.stream()
                                                .map(Template::columns)
                                                .flatMap(Collection::stream)
                                                .toList(),
                                        header) + " (for " + purpose + ")");
            }
        });
        return missing;
    }

    private static String named(List<String> columns, Set<String> header) {
        var lacking = new TreeSet<>(columns);
        lacking.removeAll(header);
        return String.join(", ", lacking);
    }

    /** Ends the reading of one row; never leaves this class. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Rejection rejection;

        Refusal(RejectionReason reason, String field, String detail) {
            super(detail, null, false, false);
            this.rejection = new Rejection(reason, field, detail);
        }
    }
}
