package dzvin.detector.core;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.detector.core.count.BucketGate;
import dzvin.detector.core.count.BucketMerger;
import dzvin.detector.core.count.PartitionCounter;
import dzvin.detector.core.decide.DecisionStage;
import dzvin.detector.core.state.TableSpec;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each value that a stage keeps begins with a version, and one that is not known is refused, never guessed at. */
class StateVersionsTest {
    private static final int ROOM = 4_096;

    static Stream<TableSpec<?>> tables() {
        return Stream.of(PartitionCounter.TABLES, BucketMerger.TABLES, BucketGate.TABLES, DecisionStage.TABLES)
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aVersionThatIsNotKnownIsRefused(TableSpec<?> table) {
        var value = new byte[ROOM];
        value[0] = (byte) 0xFF;

        assertThatThrownBy(() -> table.codec().fromBytes(value))
                .as(table.name())
                .hasRootCauseInstanceOf(IOException.class)
                .rootCause()
                .hasMessageContaining("version")
                .hasMessageContaining("255");
    }
}
