package dzvin.detector.core.policy;

/**
 * One setting of a policy, as files and the reference name it.
 *
 * @param path dots between the levels
 * @param shape a single value, a list of values or a map of them
 * @param standard what holds when the key is not there; comma-separated for a list, empty for none
 * @param rule for the value, or for each of them
 * @param meaning one sentence
 */
record PolicyKey<V>(String path, Shape shape, String standard, Rule<V> rule, String meaning) {
    /** How many values there are under a key. */
    enum Shape {
        /** Exactly one. */
        ONE,
        /** One or more, in their order. */
        SOME,
        /** Any number, also none. */
        ANY,
        /** Any number, each with a key of its own. */
        NAMED
    }

    /** What a value must be. */
    String range() {
        return rule.text();
    }

    static <V> PolicyKey<V> one(String path, String standard, Rule<V> rule, String meaning) {
        return new PolicyKey<>(path, Shape.ONE, standard, rule, meaning);
    }
}
