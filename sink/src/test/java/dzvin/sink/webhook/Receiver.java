package dzvin.sink.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server that keeps what it takes and answers as it is told. */
final class Receiver implements AutoCloseable {
    private final List<Message> taken = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Answer answer = new Answer(204, Map.of(), false);

    /** What came. */
    @SuppressWarnings("ArrayRecordComponent") // a signature is made over bytes
    record Message(Map<String, String> headers, byte[] body) {}

    /** What to say: a silent answer never ends. */
    record Answer(int status, Map<String, String> headers, boolean silent) {}

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    List<Message> taken() {
        return taken;
    }

    void answers(int status) {
        answer = new Answer(status, Map.of(), false);
    }

    void answers(int status, String header, String value) {
        answer = new Answer(status, Map.of(header, value), false);
    }

    void fallsSilent() {
        answer = new Answer(200, Map.of(), true);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var now = answer;
        var body = exchange.getRequestBody().readAllBytes();
        if (now.status() < 300 && !now.silent()) {
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            taken.add(new Message(headers, body));
        }
        now.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(now.status(), now.silent() ? 1_000 : -1);
        if (!now.silent()) {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
