package dzvin.detector.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingBatchesTest {
    private static final int SIZE = 100;

    private final Table<String> table = Tables.inMemory().table(new TableSpec<>("words", new Words()));
    private final WaitingRoom room = new WaitingRoom(3 * SIZE);
    private final WaitingBatches<String> first = new WaitingBatches<>(table, room);
    private final WaitingBatches<String> second = new WaitingBatches<>(table, room);

    @Test
    void whatThereIsNoRoomForIsReadFromTheTable() {
        add(first, "a", "one");
        add(second, "b", "two");
        add(second, "c", "three");
        add(second, "d", "four");

        assertThat(room.waiting()).isEqualTo(4 * SIZE);
        assertThat(room.held()).isEqualTo(3 * SIZE);
        table.put("d", "as the table has it");
        table.put("a", "not looked at: it is on the heap");
        assertThat(all(first)).containsExactly("one");
        assertThat(all(second)).containsExactly("two", "three", "as the table has it");
    }

    @Test
    void whatLeavesMakesRoomAndIsTakenOutOfTheTable() {
        add(first, "a", "one");
        add(first, "b", "two");
        add(second, "c", "three");
        add(second, "d", "four");

        first.remove();
        add(second, "e", "five");

        assertThat(first.isEmpty()).isTrue();
        assertThat(table.get("a")).isNull();
        assertThat(room.waiting()).isEqualTo(3 * SIZE);
        assertThat(room.held()).isEqualTo(2 * SIZE);
        second.remove();
        assertThat(room.waiting()).isZero();
        assertThat(room.held()).isZero();
    }

    @Test
    void aRepeatTakesThePlaceOfWhatCameBefore() {
        add(first, "a", "one");
        add(first, "a", "one again");

        assertThat(room.waiting()).isEqualTo(SIZE);
        assertThat(room.held()).isEqualTo(SIZE);
        assertThat(all(first)).containsExactly("one again");
    }

    private void add(WaitingBatches<String> bucket, String row, String word) {
        table.put(row, word);
        bucket.add(row, word, SIZE);
    }

    private static List<String> all(WaitingBatches<String> bucket) {
        var all = new ArrayList<String>();
        bucket.forEach(all::add);
        return all;
    }

    private static final class Words implements StateCodec<String> {
        @Override
        public void write(String value, DataOutputStream out) throws IOException {
            out.writeUTF(value);
        }

        @Override
        public String read(DataInputStream in) throws IOException {
            return in.readUTF();
        }
    }
}
