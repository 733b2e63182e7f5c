package dzvin.detector.core.view;

import java.util.Objects;

/**
 * One value of a view. Ordered by its text, which is the order in which decisions are taken.
 *
 * @param view name of the view
 * @param text for example {@code region=UA-32,feature=appeal-to-us}; unique over all views
 */
public record ViewKey(String view, String text) implements Comparable<ViewKey> {
    public ViewKey {
        Objects.requireNonNull(view, "view");
        Objects.requireNonNull(text, "text");
    }

    /** By the text first, which alone is unique; and without a detour, for keys are looked up more than anything else. */
    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof ViewKey key && text.equals(key.text) && view.equals(key.view));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public int compareTo(ViewKey other) {
        int byText = text.compareTo(other.text);
        return byText == 0 ? view.compareTo(other.view) : byText;
    }
}
