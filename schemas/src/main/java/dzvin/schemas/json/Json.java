package dzvin.schemas.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/** The pieces that the JSON forms are made of: keys keep the order in which they are put. */
final class Json {
    /** Estimates are not known better than this, and the last bits of a double are noise. */
    private static final MathContext SIX_DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);

    /** Beyond it a plain number is longer than its scientific form. */
    private static final int LONGEST_PLAIN_NUMBER = 15;

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    static String line(ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes could not be written", e);
        }
    }

    static <T> ArrayNode array(List<T> items, Function<T, JsonNode> form) {
        var array = NODES.arrayNode(items.size());
        items.forEach(item -> array.add(form.apply(item)));
        return array;
    }

    /** ISO-8601 in UTC for instants, the canonical form for UUIDs, the symbol for enums. */
    static JsonNode text(Object value) {
        return value == null ? NullNode.getInstance() : NODES.textNode(value.toString());
    }

    /**
     * An estimate, to six significant digits; null where it is not finite. Goes through {@link BigDecimal} because
     * {@code Double.toString} differs between Java 17 and later ones.
     */
    static JsonNode number(double value) {
        if (!Double.isFinite(value)) {
            return NullNode.getInstance();
        }
        var rounded = new BigDecimal(value).round(SIX_DIGITS).stripTrailingZeros();
        boolean roundThousands = rounded.scale() < 0 && rounded.precision() - rounded.scale() <= LONGEST_PLAIN_NUMBER;
        return NODES.numberNode(roundThousands ? rounded.setScale(0) : rounded);
    }
}
