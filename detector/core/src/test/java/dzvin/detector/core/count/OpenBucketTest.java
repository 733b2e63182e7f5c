package dzvin.detector.core.count;

import static dzvin.detector.core.Reports.aReport;
import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.view.ViewKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenBucketTest {
    private static final int BOUND = 20;

    private final OpenBucket bucket = new OpenBucket(7, view -> view.equals("number") ? BOUND : 100);
    private int reports;

    @Test
    void upToItsBoundABucketForgetsNothing() {
        fresh(BOUND);

        assertThat(bucket.size()).isEqualTo(BOUND);
        assertThat(bucket.forgotten()).isZero();
    }

    @Test
    void beyondItThoseThatCameFirstAndNeverAgainAreForgotten() {
        report("number", "first", 7);
        report("number", "twice", 7);
        report("number", "twice", 7);
        report("feature", "alone", 7);
        fresh(5 * BOUND);

        assertThat(texts()).contains("twice", "alone").doesNotContain("first");
        assertThat(bucket.size()).isLessThanOrEqualTo(BOUND + 1);
        assertThat(bucket.forgotten() + bucket.size()).isEqualTo(5 * BOUND + 3);
    }

    @Test
    void aKeyThatComesAgainAfterItWasForgottenIsKept() {
        report("number", "again", 7);
        fresh(5 * BOUND);
        report("number", "again", 7);
        fresh(5 * BOUND);

        assertThat(texts()).contains("again");
    }

    @Test
    void lateCellsCountAmongTheKeysThatAreBounded() {
        for (int own = 0; own < 5; own++) {
            for (int i = 0; i < BOUND; i++) {
                report("number", "late" + i, own);
            }
        }

        assertThat(bucket.cells()).hasSizeLessThanOrEqualTo(BOUND);
    }

    private void fresh(int keys) {
        for (int i = 0; i < keys; i++) {
            report("number", "fresh" + reports, 7);
        }
    }

    private void report(String view, String text, long own) {
        int i = reports++;
        bucket.add(aReport("r" + i, 0).reportedBy("p" + i).build(), own, List.of(new ViewKey(view, text)));
    }

    private List<String> texts() {
        return bucket.cells().stream().map(cell -> cell.cell().key().text()).toList();
    }
}
