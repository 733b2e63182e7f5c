package dzvin.ingest.http;

import dzvin.schemas.Secret;
import java.util.regex.Pattern;

/**
 * A key that lets a partner send reports.
 *
 * @param name what the partner is called in configuration; shown, so no part of the secret
 * @param value what the partner sends
 */
public record ApiKey(String name, Secret value) {
    private static final int SHORTEST = 16;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern LEGAL = Pattern.compile("[\\x21-\\x7e]+");

    public ApiKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "ingest.apiKeysFile: a key's name must be 1 to 40 letters, digits, '.', '_' or '-', got " + name);
        }
        if (value.value().length() < SHORTEST || !LEGAL.matcher(value.value()).matches()) {
            throw new IllegalArgumentException("ingest.apiKeysFile: the key " + name + " must be at least " + SHORTEST
                    + " characters of printable ASCII without spaces");
        }
    }
}
