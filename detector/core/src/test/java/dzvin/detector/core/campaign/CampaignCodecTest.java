package dzvin.detector.core.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.decide.Onset;
import dzvin.detector.core.decide.Stage;
import dzvin.detector.core.view.ViewKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CampaignCodecTest {
    private static final ViewKey KEY = new ViewKey("feature", "feature=lies");
    private static final long SUBSIDED = 1_700_000_000_000L;

    private final CampaignCodec codec = new CampaignCodec();

    @Test
    void sinceWhenItCountsIsRead() throws IOException {
        var read = codec.read(in(written()));

        assertThat(read.countsFrom).isEqualTo(SUBSIDED);
        assertThat(read.keys).containsExactly(KEY);
    }

    @Test
    void ofTheReleaseBeforeEverythingCounts() throws IOException {
        var now = written();
        byte[] subsided = new byte[Long.BYTES];
        for (int i = 0; i < subsided.length; i++) {
            subsided[i] = (byte) (SUBSIDED >> (8 * (subsided.length - 1 - i)));
        }
        int at = indexOf(now, subsided);
        var before = new byte[now.length - Long.BYTES];
        System.arraycopy(now, 0, before, 0, at);
        System.arraycopy(now, at + Long.BYTES, before, at, before.length - at);
        before[0] = 2;

        var read = codec.read(in(before));

        assertThat(read.countsFrom).isZero();
        assertThat(read.stage).isEqualTo(Stage.SUBSIDING);
        assertThat(read.keys).containsExactly(KEY);
    }

    private byte[] written() throws IOException {
        var campaign = new CampaignState(new UUID(1, 2), 5, new Onset(1, 2, 3));
        campaign.stage = Stage.SUBSIDING;
        campaign.countsFrom = SUBSIDED;
        campaign.keys.add(KEY);
        var bytes = new ByteArrayOutputStream();
        codec.write(campaign, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i <= bytes.length - part.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not written");
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
