package dzvin.ingest.http;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a request's body, plain or gzip, and never more than the bound: neither as sent nor as decompressed. */
record RequestBody(int maxBytes) {
    private static final long MOST_PASSED_OVER = 1_000_000;

    byte[] read(Context request) {
        var encoding = request.header("Content-Encoding");
        var name = encoding == null ? "identity" : encoding.trim().toLowerCase(Locale.ROOT);
        if (!name.equals("identity") && !name.equals("gzip")) {
            throw new ProblemException(Problem.UNSUPPORTED_MEDIA_TYPE, "Send the body plain or with gzip.")
                    .with("Accept-Encoding", "gzip");
        }
        // Who asks before sending a body is told before it is sent.
        if (request.header("Expect") != null && request.req().getContentLengthLong() > maxBytes) {
            throw tooLarge();
        }
        try {
            var content = request.req().getInputStream();
            var sent = content.readNBytes(maxBytes + 1);
            if (sent.length > maxBytes) {
                // A connection that is closed over unread bytes may take the answer with it.
                content.skip(MOST_PASSED_OVER);
                throw tooLarge();
            }
            return name.equals("gzip") ? unpacked(sent) : sent;
        } catch (IOException e) {
            throw new ProblemException(Problem.MALFORMED, "The body ended before it was complete.");
        }
    }

    private byte[] unpacked(byte[] packed) throws IOException {
        try (var content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return bounded(content);
        } catch (ZipException | EOFException e) {
            throw new ProblemException(Problem.MALFORMED, "The body says that it is gzip, and is not, or is damaged.");
        }
    }

    private byte[] bounded(InputStream content) throws IOException {
        var bytes = content.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw tooLarge();
        }
        return bytes;
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                Problem.TOO_LARGE,
                "A body may have " + maxBytes + " bytes, after decompression: send fewer reports in a request.");
    }
}
