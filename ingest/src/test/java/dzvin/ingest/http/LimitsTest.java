package dzvin.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    @ParameterizedTest
    @CsvSource({
        "1023,1,1,1,ingest.maxBodyBytes",
        "1024,0,1,1,ingest.maxItems",
        "1024,2,1,1,ingest.maxInFlight",
        "1024,1,1,0,ingest.ratePerSecond"
    })
    void aBoundThatCannotWorkIsRefusedByItsKey(int body, int items, int inFlight, int rate, String key) {
        assertThatThrownBy(() -> new Limits(body, items, inFlight, rate))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(key + " must be ");
    }

    @Test
    void aFullRequestAlwaysFitsIntoABurst() {
        assertThat(new Limits(1024, 500, 500, 1).burst()).isEqualTo(500);
    }
}
