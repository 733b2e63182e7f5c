package dzvin.ingest.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * The lines of a source, numbered from 1, each of bounded length; a byte order mark at the start is not part of the
 * text. Lines that were taken to look ahead can be handed back.
 */
final class Lines {
    /** Characters of a line that are kept; what is longer is no row of reports. */
    static final int LONGEST = 1 << 20;

    /** A line without its end; {@code cut} when it was longer than {@link #LONGEST} and only its start is here. */
    record Line(long number, String text, boolean cut) {}

    /** Of the order of bytes. */
    private static final char MARK = '\uFEFF';

    private final Source source;
    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private final Deque<Line> handedBack = new ArrayDeque<>();
    private int at;
    private int filled;
    private long number;

    Lines(Source source, Charset charset) {
        this.source = source;
        this.reader = new InputStreamReader(source.content(), charset);
    }

    /** The next line; empty at the end. */
    Optional<Line> next() {
        var again = handedBack.pollFirst();
        return again != null ? Optional.of(again) : read();
    }

    /** Gives back lines, in the order in which they were taken. */
    void handBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            handedBack.addFirst(lines.get(i));
        }
    }

    private Optional<Line> read() {
        if (!fill()) {
            return Optional.empty();
        }
        number++;
        int lineEnd = endOfLine();
        if (lineEnd < filled && lineEnd - at <= LONGEST) {
            var whole = withoutMarks(at, lineEnd);
            at = lineEnd + 1;
            return Optional.of(new Line(number, whole, false));
        }
        return Optional.of(readInPieces());
    }

    private String withoutMarks(int from, int to) {
        int first = number == 1 && to > from && buffer[from] == MARK ? from + 1 : from;
        int last = to > first && buffer[to - 1] == '\r' ? to - 1 : to;
        return new String(buffer, first, last - first);
    }

    /** A line that is longer than what is at hand. */
    private Line readInPieces() {
        var text = new StringBuilder();
        boolean cut = false;
        boolean ended = false;
        while (!ended && fill()) {
            int end = endOfLine();
            int room = LONGEST - text.length();
            cut |= end - at > room;
            text.append(buffer, at, Math.min(end - at, room));
            ended = end < filled;
            at = ended ? end + 1 : end;
        }
        return new Line(number, withoutMarks(text), cut);
    }

    private int endOfLine() {
        int end = at;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private String withoutMarks(StringBuilder text) {
        int from = number == 1 && text.length() > 0 && text.charAt(0) == MARK ? 1 : 0;
        int to = text.length();
        if (to > from && text.charAt(to - 1) == '\r') {
            to--;
        }
        return text.substring(from, to);
    }

    /** Makes sure that a character is at hand; false at the end. */
    private boolean fill() {
        if (at < filled) {
            return true;
        }
        try {
            filled = Math.max(0, reader.read(buffer, 0, buffer.length));
            at = 0;
            return filled > 0;
        } catch (EOFException | ZipException e) {
            throw Source.damaged(source.name(), e);
        } catch (IOException e) {
            throw new UnusableFileException(
                    "cannot read " + source.name() + " after line " + number + ": " + e.getMessage(), e);
        }
    }
}
