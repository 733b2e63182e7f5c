package dzvin.detector.core.campaign;

import dzvin.detector.core.decide.CampaignSnapshot.SeriesPoint;
import dzvin.detector.core.decide.Evidence;
import java.util.List;

/** What a look at a campaign finds. */
record Assessment(Evidence evidence, StageRule.Reach reach, List<SeriesPoint> latestSeries) {}
