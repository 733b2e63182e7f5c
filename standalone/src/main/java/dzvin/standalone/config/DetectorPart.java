package dzvin.standalone.config;

import dzvin.detector.core.policy.Policies;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.policy.PolicyProblems;
import dzvin.detector.core.policy.PolicyReader;
import dzvin.detector.streams.DetectorConfig;
import dzvin.schemas.TopicSetup.Layout;
import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the settings say about the detector. */
final class DetectorPart {
    private static final String STATE_FOLDER = "detector";

    private final Settings settings;

    DetectorPart(Settings settings) {
        this.settings = settings;
    }

    DetectorConfig config(Layout layout, Path dataFolder) {
        return new DetectorConfig(
                settings.text(Setting.DETECTOR_APPLICATION_ID),
                settings.path(Setting.DETECTOR_STATE_DIR).orElseGet(() -> dataFolder.resolve(STATE_FOLDER)),
                settings.number(Setting.DETECTOR_THREADS),
                settings.flag(Setting.DETECTOR_EXACTLY_ONCE),
                settings.number(Setting.DETECTOR_STANDBY_REPLICAS),
                settings.optional(Setting.DETECTOR_INSTANCE_ID),
                settings.text(Setting.DETECTOR_HOST),
                settings.number(Setting.DETECTOR_PORT),
                layout);
    }

    Policy policy(String profile) {
        return settings.path(Setting.DETECTOR_POLICY_FILE)
                .map(DetectorPart::read)
                .orElseGet(() -> Policies.shipped(profile));
    }

    static Policy read(Path file) {
        try {
            return PolicyReader.read(file.toString(), Files.readString(file));
        } catch (PolicyProblems e) {
            throw new UsageException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UsageException("cannot read the policy " + file, e);
        }
    }
}
