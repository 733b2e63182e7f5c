package dzvin.standalone.registry;

import java.util.List;

/** Picks a version by what a request calls it: a number, {@code latest} or {@code -1}. */
final class Versions {
    private Versions() {}

    static StoredSchema pick(List<StoredSchema> versions, String subject, String name) {
        if (versions.isEmpty()) {
            throw RegistryException.noSubject(subject);
        }
        if (name.equals("latest") || name.equals("-1")) {
            return versions.get(versions.size() - 1);
        }
        int number = number(name);
        return versions.stream()
                .filter(schema -> schema.version() == number)
                .findFirst()
                .orElseThrow(() -> RegistryException.noVersion(name));
    }

    private static int number(String name) {
        try {
            int number = Integer.parseInt(name);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number that is too small.
        }
        throw RegistryException.invalidVersion(name);
    }
}
