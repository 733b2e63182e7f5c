package dzvin.standalone.config;

import dzvin.schemas.Secret;
import java.util.ArrayList;
import java.util.List;

/** Keys of those who may use a service, one a line: {@code key} or {@code name:key}. */
final class KeyFile {
    /** A key and what its owner is called. */
    record NamedKey(String name, Secret value) {}

    private KeyFile() {}

    /** Nobody, where the setting names no file. */
    static List<NamedKey> read(Settings settings, Setting setting) {
        var lines = settings.path(setting).map(SecretFiles::lines).orElse(List.of());
        var keys = new ArrayList<NamedKey>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            var name = colon > 0 ? line.substring(0, colon).strip() : "key-" + (keys.size() + 1);
            keys.add(new NamedKey(name, new Secret(line.substring(colon + 1).strip())));
        }
        return keys;
    }
}
