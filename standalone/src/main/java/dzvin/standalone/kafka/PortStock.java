package dzvin.standalone.kafka;

import dzvin.standalone.failure.CannotRunException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Gives ports of the loopback address, block by block. Whoever has a block listens on its first port, so that two processes never look at the same
 * one: a port that was found free and is not used yet looks free to everybody.
 */
final class PortStock implements AutoCloseable {
    /** Few enough that many processes have one, and enough for most. */
    static final int BLOCK = 64;

    private static final int BLOCKS = (Ports.END - Ports.FIRST) / BLOCK;

    /** A block that was used up is kept while the next one is in use: what it gave last may not be taken yet. */
    private static final int BLOCKS_KEPT = 2;

    private final Deque<ServerSocket> marks = new ArrayDeque<>();
    private int block;
    private int next = BLOCK;

    /** @param block where it begins to look */
    PortStock(int block) {
        this.block = Math.floorMod(block, BLOCKS);
    }

    /** A port that nobody listens on right now, and that was not given in the last thousands of calls. */
    synchronized int free() {
        for (int looked = 0; looked < BLOCKS * BLOCK; looked++) {
            if (next == BLOCK) {
                takeNextBlock();
            }
            int port = Ports.FIRST + block * BLOCK + next++;
            if (isFree(port)) {
                return port;
            }
        }
        throw none(null);
    }

    @Override
    public synchronized void close() {
        while (!marks.isEmpty()) {
            close(marks.pop());
        }
        next = BLOCK;
    }

    private void takeNextBlock() {
        IOException why = null;
        for (int looked = 0; looked < BLOCKS; looked++) {
            block = (block + 1) % BLOCKS;
            try {
                marks.addFirst(Ports.listening(Ports.FIRST + block * BLOCK));
                if (marks.size() > BLOCKS_KEPT) {
                    close(marks.removeLast());
                }
                next = 1;
                return;
            } catch (IOException e) {
                why = e;
            }
        }
        throw none(why);
    }

    private static boolean isFree(int port) {
        try (var socket = Ports.listening(port)) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static CannotRunException none(IOException why) {
        return new CannotRunException(
                "no free port on " + Ports.LOOPBACK + " from " + Ports.FIRST + " to " + (Ports.END - 1)
                        + (why == null ? "" : ": " + why.getMessage()),
                why);
    }

    private static void close(ServerSocket mark) {
        try {
            mark.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
