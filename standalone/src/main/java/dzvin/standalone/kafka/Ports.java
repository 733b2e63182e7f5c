package dzvin.standalone.kafka;

import dzvin.standalone.failure.CannotRunException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
public final class Ports {
    static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    /** A port that nobody listens on right now. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotRunException("no free port on " + LOOPBACK + ": " + e.getMessage(), e);
        }
    }

    /** A port that nobody listens on right now and that is not the one given: the system may offer the same twice. */
    static int freeBeside(int taken) {
        int port = free();
        while (port == taken) {
            port = free();
        }
        return port;
    }

    /** Says who wanted the port and which setting moves it, if somebody else has it. */
    public static void requireFree(int port, String who, String setting) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as Kafka and Jetty do: a connection in TIME_WAIT takes no port
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new CannotRunException(
                    "port " + port + ", which " + who + " needs, is taken by another process: stop it, or set "
                            + setting + " to another port",
                    e);
        }
    }
}
