package dzvin.detector.streams.state;

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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class StoreTableTest {
    private static final long HELD = 1 << 20;
    private static final TableSpec<String> WORDS = new TableSpec<>("words", new TextCodec());

    @Property(tries = 200, seed = "20250627")
    void aStoreAnswersAsAMapInMemoryDoes(
            @ForAll("changes") List<Change> changes, @ForAll String from, @ForAll String to) {
        var memory = Tables.inMemory().table(WORDS);
        var stored = new StoreTable<>(emptyStore(), WORDS.codec(), HELD);

        changes.forEach(change -> change.on(memory));
        for (int i = 0; i < changes.size(); i++) {
            changes.get(i).on(stored);
            if (i % 5 == 4) {
                stored.write();
            }
        }

        assertThat(everything(stored)).isEqualTo(everything(memory));
        assertThat(changes)
                .allSatisfy(change -> assertThat(stored.get(change.key)).isEqualTo(memory.get(change.key)));
        if (from.compareTo(to) <= 0) {
            assertThat(between(from, to, stored)).isEqualTo(between(from, to, memory));
        }
    }

    @Test
    void aTableOpenedAnewOnItsStoreHasEverythingThatWasPut() {
        var store = emptyStore();
        var before = new StoreTable<>(store, WORDS.codec(), HELD);
        before.put("a", "one");
        before.put("b", "two");
        before.remove("a");
        before.write();

        var after = new StoreTable<>(store, WORDS.codec(), HELD);

        assertThat(after.get("a")).isNull();
        assertThat(after.get("b")).isEqualTo("two");
    }

    @Test
    void valuesThatDoNotFitInMemoryTogetherAreStillAllThere() {
        var table = new StoreTable<>(emptyStore(), WORDS.codec(), HELD);
        var large = "x".repeat(60_000);

        for (int i = 0; i < 200; i++) {
            table.put("key-" + i, large + i);
        }

        for (int i = 0; i < 200; i++) {
            assertThat(table.get("key-" + i)).endsWith(Integer.toString(i));
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        var keys = Arbitraries.oneOf(
                Arbitraries.of("", "a", "b", "region=UA-32", "region=UA-320", "\uD83D\uDCDE", "\uE000", "\uFFFF"),
                Arbitraries.strings().ofMaxLength(4));
        return Combinators.combine(keys, Arbitraries.strings().alpha().injectNull(0.3))
                .as(Change::new)
                .list()
                .ofMaxSize(40);
    }

    /** A change of one value; without a value, its removal. */
    record Change(String key, String value) {
        void on(Table<String> table) {
            if (value == null) {
                table.remove(key);
            } else {
                table.put(key, value);
            }
        }
    }

    private static List<String> everything(Table<String> table) {
        var entries = new ArrayList<String>();
        table.forEach((key, value) -> entries.add(key + "=" + value));
        return entries;
    }

    private static List<String> between(String from, String to, Table<String> table) {
        var entries = new ArrayList<String>();
        table.forEach(from, to, (key, value) -> entries.add(key + "=" + value));
        return entries;
    }

    private static KeyValueStore<Bytes, byte[]> emptyStore() {
        var store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("words"), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
        return store;
    }

    private static final class TextCodec implements StateCodec<String> {
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
