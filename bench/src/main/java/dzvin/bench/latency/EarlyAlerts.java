package dzvin.bench.latency;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/** Reads the stream of events and notes when words of a wave were first told, by an early alert. */
final class EarlyAlerts implements AutoCloseable {
    private static final Pattern WORDS = Pattern.compile("wave-[0-9]+");

    private final ConcurrentMap<String, Long> told = new ConcurrentHashMap<>();
    private final BufferedReader events;
    private final Thread thread;

    EarlyAlerts(HttpClient client, URI stream) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(stream).build(), BodyHandlers.ofInputStream());
        this.events = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        this.thread = new Thread(this::read, "events");
        thread.setDaemon(true);
        thread.start();
    }

    /** By {@code System.nanoTime}. */
    OptionalLong toldAt(String words) {
        return Optional.ofNullable(told.get(words)).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private void read() {
        try {
            for (var line = events.readLine(); line != null; line = events.readLine()) {
                if (line.startsWith("data:") && line.contains("\"early\":true")) {
                    note(line, System.nanoTime());
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // The stream was closed.
        }
    }

    private void note(String line, long now) {
        var words = WORDS.matcher(line);
        while (words.find()) {
            told.putIfAbsent(words.group(), now);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
