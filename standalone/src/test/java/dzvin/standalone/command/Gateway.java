package dzvin.standalone.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Where reports are posted to. */
record Gateway(int port) {
    /** The status of the answer. */
    int post(String id) throws IOException, InterruptedException {
        var report = "{\"id\":\"" + id + "\",\"region\":\"UA-32\",\"features\":[\"claims-russian-official\"]}";
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/reports"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(report))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }
}
