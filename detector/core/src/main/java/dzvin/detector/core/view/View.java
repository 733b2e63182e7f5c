package dzvin.detector.core.view;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A way of grouping reports: a grouping set over one or more dimensions.
 *
 * @param dimensions in the order in which keys name them
 */
public record View(List<Dimension> dimensions) {
    /** The whole stream. */
    public static final View ALL = new View(List.of(Dimension.ALL));

    public View {
        dimensions = List.copyOf(dimensions);
        if (dimensions.isEmpty() || dimensions.stream().distinct().count() != dimensions.size()) {
            throw new IllegalArgumentException("a view needs one or more different dimensions, got " + dimensions);
        }
    }

    /** The name in policies and signals, for example {@code region+feature}. */
    public String name() {
        return dimensions.stream().map(Dimension::word).collect(Collectors.joining("+"));
    }

    /** Whether one of its dimensions is open, so that new keys never cease to appear. */
    public boolean isOpen() {
        return dimensions.stream().anyMatch(Dimension::isOpen);
    }
}
