package dzvin.sink.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dzvin.schemas.avro.Campaign;
import dzvin.schemas.avro.RegionCount;
import dzvin.schemas.avro.Stage;
import dzvin.schemas.json.CampaignJson;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A campaign as the API shows it, with what it is looked up by.
 *
 * @param json its JSON in UTF-8: shared, not to be changed
 * @param brief the same without the time line, for lists and events
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; bytes halve the memory of Cyrillic text
public record StoredCampaign(
        long offset, String id, Stage stage, Instant updatedAt, List<String> regions, byte[] json, byte[] brief) {
    /** Latest change first; the id makes it total. */
    static final Comparator<StoredCampaign> LATEST_FIRST =
            Comparator.comparing(StoredCampaign::updatedAt).reversed().thenComparing(StoredCampaign::id);

    static StoredCampaign of(long offset, Campaign campaign) {
        var tree = CampaignJson.node(campaign);
        var whole = tree.toString().getBytes(UTF_8);
        tree.remove("series");
        return new StoredCampaign(
                offset,
                campaign.getId().toString(),
                campaign.getStage(),
                campaign.getUpdatedAt(),
                campaign.getEvidence().getRegions().stream()
                        .map(RegionCount::getCode)
                        .toList(),
                whole,
                tree.toString().getBytes(UTF_8));
    }

    boolean over() {
        return stage == Stage.ENDED;
    }
}
