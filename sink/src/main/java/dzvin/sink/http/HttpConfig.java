package dzvin.sink.http;

import java.util.List;
import java.util.Locale;

/**
 * Where the API and the console are served, and to whom.
 *
 * @param host address to bind; without keys only a loopback one is allowed
 * @param port 0 for any free one
 * @param apiKeys keys that open it, none for a console on one's own machine
 */
public record HttpConfig(String host, int port, List<ApiKey> apiKeys) {
    private static final int HIGHEST_PORT = 65_535;

    public HttpConfig {
        if (host == null || host.isBlank()) {
            throw new IllegalArgumentException("sink.host must be an address to bind, got nothing");
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("sink.port must be 0 to " + HIGHEST_PORT + ", got " + port);
        }
        apiKeys = List.copyOf(apiKeys);
        if (apiKeys.isEmpty() && !isLoopback(host)) {
            throw new IllegalArgumentException(
                    "sink.apiKeysFile must be set when sink.host is not a loopback address, got " + host);
        }
    }

    public boolean open() {
        return apiKeys.isEmpty();
    }

    /** By its spelling: asking the name service would make the answer depend on the network. */
    static boolean isLoopback(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || name.equals("::1")
                || name.equals("[::1]")
                || name.matches("127(\\.\\d{1,3}){3}");
    }
}
