package dzvin.detector.streams;

import dzvin.detector.core.explain.Labels;
import dzvin.schemas.FeatureLabels;
import dzvin.schemas.RegionNames;

/** The names of features and regions that come with Dzvin, as alerts say them. */
public final class LabelsForPeople implements Labels {
    private final FeatureLabels features = FeatureLabels.shipped();
    private final RegionNames regions = RegionNames.shipped();

    @Override
    public String feature(String code, Language language) {
        return features.label(code, code(language));
    }

    @Override
    public String region(String code, Language language) {
        return regions.name(code, code(language));
    }

    private static String code(Language language) {
        return language == Language.UKRAINIAN ? "uk" : "en";
    }
}
