package dzvin.detector.streams.state;

import dzvin.detector.core.state.TextMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which rows of which page of a table stand. A row stands for the same row in all earlier pages; a removal is written down, too, unless
 * no page has the row any more, and holds until its page is the oldest one.
 */
final class PageLog {
    /** Dead rows that are not worth the work of moving others, however few are alive. */
    private static final long FEW_DEAD = 1_000;

    private final TreeMap<Long, Page> pages = new TreeMap<>();
    private final TextMap<Page> pageOf = new TextMap<>();
    /** Rows of which an earlier page may have another value. */
    private final Set<String> repeated = new HashSet<>();

    private final Set<Page> withoutAlive = new LinkedHashSet<>();
    private long next;
    private long rows;

    /** The page that has the row; null if there is none. */
    Page pageOf(String key) {
        return pageOf.get(key);
    }

    /** Says which rows are asked for, or change, next. */
    void expect(List<String> keys) {
        pageOf.expect(keys);
    }

    /** A page as it was written; pages are read in their order. */
    void read(long number, Map<String, byte[]> contents) {
        var put = new ArrayList<String>();
        var removed = new ArrayList<String>();
        contents.forEach((key, value) -> (value == null ? removed : put).add(key));
        removed.forEach(this::isRemoved);
        next = number;
        write(put, removed);
    }

    /** A page of rows that stood elsewhere until now, have been removed there, or are new. */
    Page write(Collection<String> put, Collection<String> removed) {
        var page = new Page(next++);
        for (String key : removed) {
            page.addRemoval();
            repeated.remove(key);
        }
        for (String key : put) {
            page.addRow();
            var before = pageOf.put(key, page);
            if (before != null) {
                repeated.add(key);
                died(before);
            }
        }
        pages.put(page.number(), page);
        rows += page.rows();
        noteIfDead(page);
        return page;
    }

    /** A row of the oldest page is about to stand in another one. */
    void move(String key) {
        pageOf.remove(key);
    }

    private void isRemoved(String key) {
        var page = pageOf.remove(key);
        if (page != null) {
            died(page);
        }
    }

    /** Rows are removed; answers with those of which that must be written down. */
    List<String> remove(Collection<String> keys) {
        var before = new ArrayList<Page>(keys.size());
        for (String key : keys) {
            var page = pageOf.remove(key);
            died(page);
            before.add(page);
        }
        var written = new ArrayList<String>();
        int i = 0;
        for (String key : keys) {
            if (repeated.contains(key) || !isEmpty(before.get(i))) {
                written.add(key);
            }
            i++;
        }
        return written;
    }

    /** Whether it is worth while to move what is alive in the oldest page. */
    boolean isMostlyDead() {
        long dead = rows - pageOf.size();
        return dead > pageOf.size() + FEW_DEAD;
    }

    /** The number of the page that is written next. */
    long next() {
        return next;
    }

    Page oldest() {
        return pages.firstEntry().getValue();
    }

    /** A page is deleted; what was alive in it has moved. */
    void drop(Page page) {
        pages.remove(page.number());
        withoutAlive.remove(page);
        rows -= page.rows();
    }

    /** Lets go of pages that nothing depends on any more, and answers with them: they are to be deleted. */
    List<Page> dropEmpty() {
        var dropped = new ArrayList<Page>();
        withoutAlive.stream().filter(PageLog::isEmpty).forEach(dropped::add);
        dropped.forEach(this::drop);
        while (!pages.isEmpty() && !oldest().hasAlive()) {
            dropped.add(oldest());
            drop(oldest());
        }
        return dropped;
    }

    private static boolean isEmpty(Page page) {
        return !page.hasAlive() && !page.hasRemovals();
    }

    private void died(Page page) {
        page.rowDied();
        noteIfDead(page);
    }

    private void noteIfDead(Page page) {
        if (!page.hasAlive()) {
            withoutAlive.add(page);
        }
    }
}
