package dzvin.sink.http;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.avro.Stage;
import dzvin.schemas.json.AlertJson;
import dzvin.sink.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamTest {
    private final RunningSink sink = new RunningSink(new HttpConfig("127.0.0.1", 0, List.of()));

    @AfterEach
    void stop() {
        sink.close();
    }

    @Test
    void aReaderGetsWhatHappensFromNowOn() throws Exception {
        sink.model.add(0, Samples.alert(0));

        try (var reader = new Reader("/api/v1/stream", null)) {
            reader.awaitOpen();
            sink.model.add(1, Samples.alert(1));
            sink.model.put(0, Samples.campaign("a", Stage.MASS, 1));

            assertThat(reader.events(3)).containsExactly("hello 1.0", "alert 2.0", "campaign 2.1");
            assertThat(reader.data.get(1)).isEqualTo(AlertJson.write(Samples.alert(1)));
        }
    }

    @Test
    void aReaderThatComesBackWithItsLastIdMissesNothing() throws Exception {
        for (int number = 0; number < 4; number++) {
            sink.model.add(number, Samples.alert(number));
        }

        try (var reader = new Reader("/api/v1/stream", "2.0")) {
            assertThat(reader.events(3)).containsExactly("hello 2.0", "alert 3.0", "alert 4.0");
        }
    }

    @Test
    void theLastIdOfTheBrowserComesBeforeThePlaceWhereThePageBegan() throws Exception {
        for (int number = 0; number < 4; number++) {
            sink.model.add(number, Samples.alert(number));
        }

        try (var reader = new Reader("/api/v1/stream?from=0.0", "3.0")) {
            assertThat(reader.events(2)).containsExactly("hello 3.0", "alert 4.0");
        }
    }

    @Test
    void aReaderWhosePlaceIsForgottenIsToldToLoadEverythingAnew() throws Exception {
        for (int number = 0; number < 102; number++) {
            sink.model.add(number, Samples.alert(number));
        }

        try (var reader = new Reader("/api/v1/stream", "1.0")) {
            assertThat(reader.events(1)).containsExactly("reset 102.0");
        }
    }

    @Test
    void aReaderThatLeavesMakesRoomForAnother() throws Exception {
        for (int number = 0; number < 3; number++) {
            new Reader("/api/v1/stream", null).awaitOpen();
        }
        assertThat(sink.get("/api/v1/stream").statusCode()).isEqualTo(503);

        sink.model.dropFollowers();

        try (var reader = new Reader("/api/v1/stream", null)) {
            assertThat(reader.events(1)).containsExactly("hello 0.0");
        }
    }

    @Test
    void stoppingEndsStreamsAtOnceAndCleanly() throws Exception {
        var reader = new Reader("/api/v1/stream", null);
        reader.awaitOpen();

        sink.close();

        assertThat(reader.lines
                        .lines()
                        .filter(line -> line.startsWith("event:"))
                        .toList())
                .isEmpty();
    }

    /** Reads events off the wire, as a program without a browser would. */
    private final class Reader implements AutoCloseable {
        private final InputStream in;
        private final BufferedReader lines;
        private final List<String> seen = new ArrayList<>();
        private final List<String> data = new ArrayList<>();

        Reader(String path, String lastId) throws IOException, InterruptedException {
            var request = sink.request(path);
            if (lastId != null) {
                request.header("Last-Event-ID", lastId);
            }
            var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            in = answer.body();
            lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        void awaitOpen() throws IOException {
            events(1);
            Awaitility.await().until(() -> sink.model.followers() > 0);
        }

        /** As soon as so many have come: type and id. */
        List<String> events(int count) throws IOException {
            var type = "";
            var id = "";
            while (seen.size() < count) {
                var line = lines.readLine();
                if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data.add(line.substring(6));
                } else if (line.isEmpty() && !type.isEmpty()) {
                    seen.add(type + " " + id);
                    type = "";
                }
            }
            return seen;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
