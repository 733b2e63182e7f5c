package dzvin.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdSetTest {
    @Test
    void anIdIsNewOnceAlsoAfterTheTableGrew() {
        var ids = new IdSet();

        for (int i = 0; i < 50_000; i++) {
            assertThat(ids.add("id-" + i)).isTrue();
        }

        for (int i = 0; i < 50_000; i++) {
            assertThat(ids.add("id-" + i)).isFalse();
        }
        assertThat(ids.size()).isEqualTo(50_000);
    }
}
