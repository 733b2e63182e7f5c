package dzvin.standalone.registry;

/** A refusal, with the code that Confluent's server gives it; the first three digits are the HTTP status. */
final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    RegistryException(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }

    int status() {
        return code < 1_000 ? code : code / 100;
    }

    static RegistryException noSubject(String subject) {
        return new RegistryException(40401, "Subject '" + subject + "' not found.");
    }

    static RegistryException noVersion(String version) {
        return new RegistryException(40402, "Version " + version + " not found.");
    }

    static RegistryException noSchema() {
        return new RegistryException(40403, "Schema not found");
    }

    static RegistryException invalidSchema(String why) {
        return new RegistryException(42201, "Invalid schema: " + why);
    }

    static RegistryException invalidVersion(String version) {
        return new RegistryException(
                42202,
                "The specified version '" + version
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");
    }
}
