package dzvin.detector.core.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.detector.core.TestPolicies;
import dzvin.detector.core.baseline.Baseline;
import dzvin.detector.core.baseline.Exposure;
import dzvin.detector.core.view.ViewKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WatchedKeyCodecTest {
    private static final WatchedKeyCodec CODEC = new WatchedKeyCodec();

    @Test
    @DisplayName("a key of a closed view keeps its evidence over all starts")
    void startsAreKept() {
        var watched = closed();
        watched.starts().orElseThrow().begin(480_000);

        var read = CODEC.fromBytes(CODEC.toBytes(watched));

        assertThat(read.starts().orElseThrow().hour()).isEqualTo(480_000);
    }

    @Test
    @DisplayName("state of any other version is refused with what to do")
    void otherVersions() {
        var bytes = CODEC.toBytes(closed());
        for (byte version : new byte[] {5, 7}) {
            bytes[0] = version;
            assertThatThrownBy(() -> CODEC.fromBytes(bytes))
                    .rootCause()
                    .hasMessage("this release reads state of version 6, found version " + version
                            + ": start from an empty state, or run the release that wrote it");
        }
    }

    private static WatchedKey closed() {
        var policy = TestPolicies.standard();
        var stream = new Exposure(policy);
        stream.begin(480_000);
        return WatchedKey.first(
                new ViewKey("region", "region=UA-32"),
                false,
                new Baseline(policy, stream).newKey(false, 480_000 * 12L));
    }
}
