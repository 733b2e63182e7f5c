package dzvin.sink.console;

import dzvin.schemas.Secret;
import dzvin.sink.http.ApiKey;
import dzvin.sink.http.HttpConfig;
import dzvin.sink.http.SinkServer;
import dzvin.sink.live.Limits;
import dzvin.sink.live.ReadModel;
import dzvin.telemetry.Telemetry;
import java.util.List;
import java.util.Optional;

/** Serves the console with made-up campaigns and without Kafka, for whoever works on its looks: port, then what to show. */
public final class ConsolePreview {
    private ConsolePreview() {}

    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        var shown = arguments.length > 1 ? arguments[1] : "campaigns";
        var keys = shown.equals("keys")
                ? List.of(new ApiKey("preview", new Secret("preview-preview-preview")))
                : List.<ApiKey>of();
        var banner = new Banner("Згенеровані дані для показу", "Generated demo data");
        var served = new SinkServer.Served(model(shown), Optional::empty, banner, Optional.empty());
        new SinkServer(new HttpConfig("127.0.0.1", port, keys), served, new Telemetry()).start();
    }

    private static ReadModel model(String shown) {
        var model = new ReadModel(Limits.USUAL);
        var preview = new PreviewCampaigns();
        if (!shown.equals("calm")) {
            model.put(0, preview.ended());
            model.put(1, preview.hostile());
            model.put(2, preview.american());
            model.put(3, preview.spreading());
            model.put(4, preview.mass());
            long offset = 0;
            for (var alert : preview.alerts()) {
                model.add(offset++, alert);
            }
        }
        return model;
    }
}
