package dzvin.detector.core.explain;

/** What people call features and regions. */
public interface Labels {
    /** Languages that alerts speak. */
    enum Language {
        UKRAINIAN,
        ENGLISH
    }

    String feature(String code, Language language);

    String region(String code, Language language);

    /** Codes as they are. */
    static Labels codes() {
        return new Labels() {
            @Override
            public String feature(String code, Language language) {
                return code;
            }

            @Override
            public String region(String code, Language language) {
                return code;
            }
        };
    }
}
