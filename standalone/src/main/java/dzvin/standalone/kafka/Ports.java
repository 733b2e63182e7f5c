package dzvin.standalone.kafka;

import dzvin.standalone.failure.CannotRunException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
public final class Ports {
    static final String LOOPBACK = "127.0.0.1";

    /**
     * The ports looked at, from the first to before the end: above those of well-known services, and below those that
     * Linux (from 32,768) and other systems (from 49,152, RFC 6335) give to outgoing connections. A port of theirs may
     * be taken by any connection between being found free and being used.
     */
    static final int FIRST = 20_000;

    static final int END = 32_768;

    /** From a place of its own, so that two processes seldom look at the same block. */
    private static final PortStock STOCK =
            new PortStock(ThreadLocalRandom.current().nextInt(END - FIRST));

    private Ports() {}

    /** A port that nobody listens on right now, and that this process was not given in its last thousands of calls. */
    public static int free() {
        return STOCK.free();
    }

    /** Says who wanted the port and which setting moves it, if somebody else has it. */
    public static void requireFree(int port, String who, String setting) {
        try {
            listening(port).close();
        } catch (IOException e) {
            throw new CannotRunException(
                    "port " + port + ", which " + who + " needs, is taken by another process: stop it, or set "
                            + setting + " to another port",
                    e);
        }
    }

    /** Listens on a port; what it answers with is to be closed. */
    static ServerSocket listening(int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.setReuseAddress(true); // as Kafka and Jetty do: a connection in TIME_WAIT takes no port
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
