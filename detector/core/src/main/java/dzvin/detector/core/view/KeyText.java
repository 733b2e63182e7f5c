package dzvin.detector.core.view;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a key is written: {@code dimension=value}, several joined by a comma. A comma, an equals sign, a per cent sign and control
 * characters of a value are written as in URLs, {@code %2C}, so that no value can pose as another key.
 */
final class KeyText {
    private KeyText() {}

    static String of(List<Dimension> dimensions, List<String> values) {
        if (dimensions.size() == 1 && dimensions.get(0) != Dimension.ALL && isPlain(values.get(0))) {
            return dimensions.get(0).word().concat("=").concat(values.get(0));
        }
        var text = new StringBuilder(48);
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            text.append(dimensions.get(i).word());
            if (dimensions.get(i) != Dimension.ALL) {
                append(values.get(i), text.append('='));
            }
        }
        return text.toString();
    }

    private static void append(String value, StringBuilder text) {
        if (isPlain(value)) {
            text.append(value);
            return;
        }
        value.codePoints().forEach(point -> {
            if (isPlain(point)) {
                text.appendCodePoint(point);
            } else {
                appendEscaped(point, text);
            }
        });
    }

    private static void appendEscaped(int point, StringBuilder text) {
        for (byte part : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            text.append('%');
            text.append(Character.toUpperCase(Character.forDigit((part >> 4) & 0xF, 16)));
            text.append(Character.toUpperCase(Character.forDigit(part & 0xF, 16)));
        }
    }

    private static boolean isPlain(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isPlain(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(int point) {
        return point != ',' && point != '=' && point != '%' && !Character.isISOControl(point);
    }
}
