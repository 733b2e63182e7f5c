package dzvin.ingest.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dzvin.ingest.Rejection;
import dzvin.ingest.intake.ItemResult;
import java.util.List;

/** Writes what became of each item, and of how many. */
final class ResultsJson {
    private ResultsJson() {}

    static ObjectNode of(List<ItemResult> results) {
        var answer = JsonNodeFactory.instance.objectNode();
        answer.put("accepted", count(results, ItemResult.Accepted.class));
        answer.put("duplicates", count(results, ItemResult.Duplicate.class));
        answer.put("rejected", count(results, ItemResult.Rejected.class));
        var items = answer.putArray("results");
        for (int index = 0; index < results.size(); index++) {
            describe(results.get(index), items.addObject().put("index", index));
        }
        return answer;
    }

    private static void describe(ItemResult result, ObjectNode item) {
        if (result instanceof ItemResult.Accepted accepted) {
            item.put("id", accepted.id()).put("status", "accepted");
            accepted.setAside()
                    .forEach(why -> explain(why, item.withArray("setAside").addObject()));
        } else if (result instanceof ItemResult.Duplicate duplicate) {
            item.put("id", duplicate.id()).put("status", "duplicate");
        } else if (result instanceof ItemResult.Rejected rejected) {
            explain(rejected.rejection(), item.put("status", "rejected"));
        }
    }

    private static void explain(Rejection why, ObjectNode into) {
        into.put("reason", why.reason().toString());
        if (!why.field().isEmpty()) {
            into.put("field", why.field());
        }
        into.put("detail", why.detail());
    }

    private static long count(List<ItemResult> results, Class<? extends ItemResult> kind) {
        return results.stream().filter(kind::isInstance).count();
    }
}
