package dzvin.schemas;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Names of the topics that the services share. The prefix is a setting ({@code dzvin} by default), so that a replay
 * or a second desk on the same cluster never touches the live topics.
 *
 * @param prefix letters, digits, dots, hyphens and underscores, at most 100 characters
 */
public record Topics(String prefix) {
    private static final Pattern LEGAL_PREFIX = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    /** The topics of a live installation. */
    public static final Topics LIVE = new Topics("dzvin");

    public Topics {
        if (prefix == null || !LEGAL_PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "topic prefix must be 1 to 100 letters, digits, '.', '_' or '-', not starting with '.', got "
                            + prefix);
        }
    }

    /** Accepted reports, keyed by caller number; a record without a value is a heartbeat that carries only its time. */
    public String reports() {
        return prefix + ".reports";
    }

    /** Dead letters of ingest. */
    public String rejected() {
        return prefix + ".reports.rejected";
    }

    /** Keys whose counts are too high for their baselines. */
    public String signals() {
        return prefix + ".signals";
    }

    /** Campaigns as they stand, compacted by campaign id. */
    public String campaigns() {
        return prefix + ".campaigns";
    }

    /** Events in campaigns' lives. */
    public String alerts() {
        return prefix + ".alerts";
    }

    /** Analysts' verdicts. */
    public String feedback() {
        return prefix + ".feedback";
    }

    /** Every topic, in the order of the flow. */
    public List<String> all() {
        return List.of(reports(), rejected(), signals(), campaigns(), alerts(), feedback());
    }
}
