package dzvin.standalone.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
    private static final int MANY = 5_000;

    @Test
    void theSamePortIsNotGivenTwiceSoThatTheControllerNeverGetsTheBrokers() {
        assertThat(IntStream.range(0, MANY).map(i -> Ports.free())).doesNotHaveDuplicates();
    }

    /** Two that begin at the same place stand for two processes. */
    @Test
    void noOtherProcessIsGivenTheSamePortBeforeItIsUsed() {
        try (var one = new PortStock(0);
                var other = new PortStock(0)) {
            assertThat(IntStream.range(0, 3 * PortStock.BLOCK).flatMap(i -> IntStream.of(one.free(), other.free())))
                    .doesNotHaveDuplicates();
        }
    }

    /** Else a connection of anybody may take it before it is used. */
    @Test
    void aPortIsNoneThatSystemsGiveToOutgoingConnections() {
        assertThat(IntStream.range(0, MANY).map(i -> Ports.free())).allMatch(port -> port >= 1_024 && port < 32_768);
    }

    @Test
    void aPortSomebodyListensOnIsPassedOver() throws IOException {
        int next = Ports.free() + 1;
        if (next == Ports.END) {
            next = Ports.FIRST;
        }
        try (var taken = new ServerSocket(next, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.free()).isNotEqualTo(taken.getLocalPort());
        }
    }
}
