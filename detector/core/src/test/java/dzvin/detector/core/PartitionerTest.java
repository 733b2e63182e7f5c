package dzvin.detector.core;

import static dzvin.detector.core.Reports.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionerTest {
    /** The vectors of Kafka's own test, {@code UtilsTest.testMurmur2}. */
    @ParameterizedTest
    @CsvSource({
        "21, -973932308",
        "foobar, -790332482",
        "a-little-bit-long-string, -985981536",
        "a-little-bit-longer-string, -1486304829",
        "lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8, -58897971",
        "abc, 479470107"
    })
    void theHashIsKafkas(String key, int hash) {
        assertThat(Partitioner.murmur2(key.getBytes(StandardCharsets.UTF_8))).isEqualTo(hash);
    }

    @Test
    void reportsOfANumberMeetAndWithheldNumbersSpreadByReport() {
        var one = aReport("a", 0).byNumber("+380441234567").build();
        var other = aReport("b", 0).byNumber("+380441234567").build();
        var withheld = aReport("foobar", 0).build();

        assertThat(Partitioner.of(one, 6)).isEqualTo(Partitioner.of(other, 6));
        assertThat(Partitioner.of(withheld, 6)).isEqualTo((-790332482 & Integer.MAX_VALUE) % 6);
    }
}
