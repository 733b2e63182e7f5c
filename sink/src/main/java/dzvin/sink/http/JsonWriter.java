package dzvin.sink.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.List;

/** Puts answers together out of JSON that is already bytes, without reading it again. */
final class JsonWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    JsonWriter raw(String json) {
        out.writeBytes(json.getBytes(UTF_8));
        return this;
    }

    JsonWriter raw(byte[] json) {
        out.writeBytes(json);
        return this;
    }

    /** The text as a JSON string, null where there is none. */
    JsonWriter string(String text) {
        return raw(
                text == null ? "null" : JsonNodeFactory.instance.textNode(text).toString());
    }

    JsonWriter array(List<byte[]> items) {
        raw("[");
        for (Iterator<byte[]> each = items.iterator(); each.hasNext(); ) {
            raw(each.next());
            raw(each.hasNext() ? ",\n" : "");
        }
        return raw("]");
    }

    /** The object, open at its end, so that more members can follow. */
    JsonWriter openObject(byte[] json) {
        out.write(json, 0, json.length - 1);
        return this;
    }

    void answer(Context request) {
        request.contentType("application/json; charset=utf-8");
        request.header("Cache-Control", "no-store");
        request.result(out.toByteArray());
    }
}
