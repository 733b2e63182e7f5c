package dzvin.sink.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dzvin.sink.AlertMessage;
import dzvin.sink.Channel;
import dzvin.sink.Delivery;
import dzvin.sink.Delivery.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * One line of JSON for each alert to a stream that somebody else owns, flushed at once. After a crash the last line may
 * come again: a stream cannot be asked what it holds, so whoever reads it drops repeats by id and revision.
 */
public final class NdjsonStreamChannel implements Channel {
    private final String name;
    private final OutputStream out;

    public NdjsonStreamChannel(String name, OutputStream out) {
        this.name = name;
        this.out = out;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Delivery deliver(AlertMessage message) {
        try {
            out.write((message.json() + "\n").getBytes(UTF_8));
            out.flush();
        } catch (IOException e) {
            return new Delivery.TryAgain(Reason.WRITE_FAILED, "the stream did not take a line: " + e.getMessage());
        }
        boolean broken = out instanceof PrintStream print && print.checkError();
        return broken
                ? new Delivery.TryAgain(Reason.WRITE_FAILED, "the stream is closed at its other end")
                : new Delivery.Done();
    }
}
