package dzvin.detector.streams.replay;

import dzvin.schemas.TopicSetup;
import dzvin.schemas.Topics;
import java.nio.file.Path;

/**
 * How a replay runs.
 *
 * @param live topics of the live detector, which the replay never touches; its schemas are registered under their names
 * @param layout of the replay's topics: as many partitions as the live reports have, to be late where the live detector is
 * @param threads stream threads
 * @param stateDir of the replay's stores, emptied at the end
 */
public record ReplaySettings(Topics live, TopicSetup.Layout layout, int threads, Path stateDir) {}
