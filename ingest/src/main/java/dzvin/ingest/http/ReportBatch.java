package dzvin.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dzvin.ingest.Rejection;
import dzvin.ingest.json.Reading;
import dzvin.ingest.json.ReportJson;
import dzvin.schemas.avro.RejectionReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The reports in a body: one object or an array of them, or NDJSON. JSON that is broken anywhere refuses the whole body,
 * for nobody can say where its items end; a broken line of NDJSON is one bad item among good ones.
 */
record ReportBatch(int maxItems) {
    /** Within an array something always follows an item. */
    private static final ObjectReader ITEM =
            ReportJson.mapper().reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Reads a body of {@code application/json}. */
    List<Reading> json(byte[] body) {
        try (var parser = ReportJson.mapper().createParser(text(body))) {
            var items = new ArrayList<Reading>();
            boolean isArray = parser.nextToken() == JsonToken.START_ARRAY;
            if (isArray) {
                parser.nextToken();
            }
            while (parser.currentToken() != null && parser.currentToken() != JsonToken.END_ARRAY) {
                add(items, ReportJson.report(ITEM.readTree(parser)));
                parser.nextToken();
                if (!isArray) {
                    break;
                }
            }
            if (isArray ? parser.nextToken() != null : parser.currentToken() != null) {
                throw new ProblemException(
                        Problem.MALFORMED,
                        "Something follows the JSON: send one object, one array, or NDJSON as application/x-ndjson.");
            }
            return notEmpty(items);
        } catch (JsonProcessingException e) {
            throw new ProblemException(Problem.MALFORMED, "The body is no JSON" + place(e) + ".");
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory does no I/O", e);
        }
    }

    /** Reads a body of {@code application/x-ndjson}. Empty lines are passed over, and get no index. */
    List<Reading> ndjson(byte[] body) {
        var items = new ArrayList<Reading>();
        int from = 0;
        while (from < body.length) {
            int end = endOfLine(body, from);
            line(body, from, end, items);
            from = end + 1;
        }
        return notEmpty(items);
    }

    private void line(byte[] body, int from, int end, List<Reading> items) {
        try {
            var line = decode(ByteBuffer.wrap(body, from, end - from));
            if (!line.isBlank()) {
                add(items, ReportJson.line(line));
            }
        } catch (CharacterCodingException e) {
            var rejection = new Rejection(RejectionReason.MALFORMED, "", "the line is not UTF-8");
            add(items, new Reading.Refused(rejection));
        }
    }

    private void add(List<Reading> items, Reading item) {
        if (items.size() == maxItems) {
            throw new ProblemException(
                    Problem.TOO_MANY_ITEMS, "A request may hold " + maxItems + " reports: send them in parts.");
        }
        items.add(item);
    }

    private static List<Reading> notEmpty(List<Reading> items) {
        if (items.isEmpty()) {
            throw new ProblemException(Problem.EMPTY, "Send at least one report.");
        }
        return items;
    }

    private static String text(byte[] body) {
        try {
            return decode(ByteBuffer.wrap(body));
        } catch (CharacterCodingException e) {
            throw new ProblemException(Problem.MALFORMED, "The body is not UTF-8.");
        }
    }

    private static String decode(ByteBuffer bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes)
                .toString();
    }

    private static int endOfLine(byte[] body, int from) {
        int end = from;
        while (end < body.length && body[end] != '\n') {
            end++;
        }
        return end;
    }

    /** Where, and not what: the parser's own message repeats pieces of the body. */
    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
