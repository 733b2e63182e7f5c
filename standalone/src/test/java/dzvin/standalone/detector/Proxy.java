package dzvin.standalone.detector;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network that can be cut: what comes to its port goes on to another one, until it is told to let nothing through. */
final class Proxy implements AutoCloseable {
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int target;
    private volatile boolean cut;

    Proxy() throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void leadsTo(int port) {
        target = port;
    }

    /** Breaks every connection and lets no new one through. */
    void cut() {
        cut = true;
        open.forEach(Proxy::close);
        open.clear();
    }

    void mend() {
        cut = false;
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                connect(server.accept());
            } catch (IOException closedOrRefused) {
                // A network says no more than that; the next caller may have more luck.
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        if (cut) {
            close(caller);
            return;
        }
        open.add(caller);
        try {
            var called = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(called);
            var up = caller.getInputStream();
            var down = called.getInputStream();
            var toCalled = called.getOutputStream();
            var toCaller = caller.getOutputStream();
            thread(() -> carry(up, toCalled, caller, called));
            thread(() -> carry(down, toCaller, caller, called));
        } catch (IOException e) {
            close(caller);
            throw e;
        }
    }

    private void carry(InputStream from, OutputStream to, Socket one, Socket other) {
        try (from;
                to) {
            from.transferTo(to);
        } catch (IOException broken) {
            // Either end has gone; the other one is told below.
        } finally {
            close(one);
            close(other);
            open.remove(one);
            open.remove(other);
        }
    }

    private static void thread(Runnable work) {
        var thread = new Thread(work, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed either way.
        }
    }
}
