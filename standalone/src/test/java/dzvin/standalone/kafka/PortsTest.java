package dzvin.standalone.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortsTest {
    /** The system picks at random among tens of thousands: so many tries meet the same port often. */
    private static final int TRIES = 100_000;

    @Test
    void theControllerIsNeverGivenTheBrokersPort() {
        int port = Ports.free();
        for (int i = 0; i < TRIES; i++) {
            assertThat(Ports.freeBeside(port)).isNotEqualTo(port);
        }
    }
}
