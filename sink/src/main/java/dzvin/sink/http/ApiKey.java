package dzvin.sink.http;

import dzvin.schemas.Secret;

/**
 * A key that opens the API and the console.
 *
 * @param name who it was given to, for the log
 * @param key the key itself, at least 16 characters: keys are made by machines, and nobody may guess one
 */
public record ApiKey(String name, Secret key) {
    static final int SHORTEST = 16;

    public ApiKey {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("sink.apiKeysFile must name each key, got a blank name");
        }
        if (key.value().length() < SHORTEST) {
            throw new IllegalArgumentException("sink.apiKeysFile must hold keys of at least " + SHORTEST
                    + " characters, got " + key.value().length() + " for " + name);
        }
    }
}
