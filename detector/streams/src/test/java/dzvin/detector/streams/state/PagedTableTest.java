package dzvin.detector.streams.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class PagedTableTest {
    private static final long HELD = 1 << 20;
    private static final TableSpec<String> WORDS = new TableSpec<>("words", new TextCodec());

    @Property(tries = 200, seed = "20250627")
    void aStoreAnswersAsAMapInMemoryDoes(
            @ForAll("changes") List<Change> changes,
            @ForAll @IntRange(max = 1_000) int held,
            @ForAll String from,
            @ForAll String to) {
        var memory = Tables.inMemory().table(WORDS);
        var stored = new PagedTable<>(emptyStore(), WORDS.codec(), held);

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
        var before = new PagedTable<>(store, WORDS.codec(), 0);
        before.put("a", "one");
        before.put("b", "two");
        before.remove("a");
        before.write();

        var after = new PagedTable<>(store, WORDS.codec(), 0);

        assertThat(after.get("a")).isNull();
        assertThat(after.get("b")).isEqualTo("two");
    }

    @Test
    void rowsOfOneCommitAreFewRecordsAndNoneIsLeftWhenAllRowsAreGone() {
        var store = emptyStore();
        var table = new PagedTable<>(store, WORDS.codec(), 0);
        for (int i = 0; i < 2_000; i++) {
            table.put("key-" + i, "value-" + i);
        }
        table.write();
        long written = store.approximateNumEntries();

        for (int i = 0; i < 2_000; i++) {
            table.remove("key-" + i);
        }
        table.write();

        assertThat(written).isEqualTo(1);
        assertThat(store.approximateNumEntries()).isZero();
    }

    /** Rows that were not used for long come from their pages, be they old, moved, or removed and there again. */
    @Property(tries = 20, seed = "20251126")
    void aRowIsFoundWhetherItIsHeldOrNot(@ForAll long seed, @ForAll @IntRange(max = 20_000) int held) {
        var random = new Random(seed);
        var memory = Tables.inMemory().table(WORDS);
        var stored = new PagedTable<>(emptyStore(), WORDS.codec(), held);

        for (int i = 0; i < 20_000; i++) {
            var key = "key-" + random.nextInt(1_000);
            if (random.nextInt(4) == 0) {
                stored.expect(List.of("key-" + random.nextInt(1_000), key, "key-" + random.nextInt(1_000), "no key"));
            }
            assertThat(stored.get(key)).isEqualTo(memory.get(key));
            var change = new Change(key, random.nextInt(5) == 0 ? null : "x".repeat(random.nextInt(100)));
            change.on(memory);
            change.on(stored);
            if (random.nextInt(300) == 0) {
                stored.write();
            }
        }
    }

    @Test
    void aPageIsReadOnceForAllRowsThatAreExpectedOfIt() {
        var store = emptyStore();
        var keys = new ArrayList<String>();
        var before = new PagedTable<>(store, WORDS.codec(), HELD);
        for (int i = 0; i < 100; i++) {
            keys.add("key-" + i);
            before.put("key-" + i, "value-" + i);
        }
        before.write();
        var table = new PagedTable<>(store, WORDS.codec(), HELD);

        table.expect(keys);
        empty(store);

        assertThat(keys).allSatisfy(key -> assertThat(table.get(key)).isEqualTo(key.replace("key", "value")));
    }

    @Test
    void whatIsReadAtOnceStaysHeldAndTakesHalfOfTheRoom() {
        var store = emptyStore();
        var keys = new ArrayList<String>();
        var before = new PagedTable<>(store, WORDS.codec(), 1);
        for (int i = 0; i < 10_000; i++) {
            keys.add("key-" + i);
            before.put("key-" + i, "x".repeat(98));
        }
        before.write();
        var table = new PagedTable<>(store, WORDS.codec(), 1_000_000);

        table.expect(keys);
        empty(store);

        assertThat(table.get("key-0")).hasSize(98);
        assertThat(table.get("key-1900"))
                .as("260 bytes a row, with its key and place")
                .hasSize(98);
        assertThatThrownBy(() -> table.get("key-2200")).isInstanceOf(NullPointerException.class);
    }

    @Property(tries = 20, seed = "20250627")
    void rowsThatComeAgainAndGoAreThoseInMemoryThroughAnyRestartAndLeaveNoHeapOfPages(@ForAll long seed) {
        var random = new Random(seed);
        var store = emptyStore();
        var memory = Tables.inMemory().table(WORDS);
        var stored = new PagedTable<>(store, WORDS.codec(), 0);

        for (int commit = 0; commit < 60; commit++) {
            int keys = 1 + random.nextInt(3_000);
            for (int i = random.nextInt(2_000); i > 0; i--) {
                var change = new Change(
                        "key-" + random.nextInt(keys), random.nextInt(3) == 0 ? null : "x".repeat(random.nextInt(300)));
                change.on(memory);
                change.on(stored);
            }
            stored.write();
            if (random.nextInt(4) == 0) {
                stored = new PagedTable<>(store, WORDS.codec(), 0);
            }
        }

        assertThat(everything(stored)).isEqualTo(everything(memory));
        assertThat(inAnyOrder(stored)).containsExactlyInAnyOrderElementsOf(everything(memory));
        assertThat(rowsOfPages(store)).isLessThan(2 * everything(memory).size() + 3_000);
    }

    @Test
    void moreThanMayWaitIsWrittenBeforeTheCommit() {
        var store = emptyStore();
        var table = new PagedTable<>(store, new TextCodec(), 0, 1_000_000);
        for (int i = 0; i < 16; i++) {
            table.put("key-" + i, "x".repeat(60_000));
        }
        assertThat(store.approximateNumEntries()).isZero();

        table.put("key-16", "x".repeat(60_000));

        assertThat(store.approximateNumEntries()).isPositive();
        assertThat(table.get("key-7")).hasSize(60_000);
        long pages = store.approximateNumEntries();

        table.put("key-17", "x");

        assertThat(store.approximateNumEntries())
                .as("what is written waits no more")
                .isEqualTo(pages);
    }

    @Test
    void rowsThatAreNotWrittenYetAreAmongThoseInAnyOrder() {
        var table = new PagedTable<>(emptyStore(), new TextCodec(), 0);
        table.put("a", "1");
        table.put("b", "2");
        table.write();
        table.put("c", "3");
        table.put("a", "4");
        table.remove("b");

        assertThat(inAnyOrder(table)).containsExactlyInAnyOrder("a=4", "c=3");
    }

    @Test
    void aRowThatIsPutAgainOrGoesBeforeItWasWrittenWaitsOnlyOnce() {
        var store = emptyStore();
        var table = new PagedTable<>(store, new TextCodec(), 0, 100_000);
        for (int i = 0; i < 50; i++) {
            table.put("the same", "x".repeat(60_000));
            table.put("gone " + i, "x".repeat(30_000));
            table.remove("gone " + i);
        }

        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void aRemovedRowStaysAwayWhileAnEarlierPageHasItAndAfter() {
        var store = emptyStore();
        var table = new PagedTable<>(store, WORDS.codec(), 0);
        table.put("a", "first");
        table.put("stays", "in the first page");
        table.write();
        table.put("a", "second, in a page of its own");
        table.write();
        table.remove("a");
        table.write();

        assertThat(everything(new PagedTable<>(store, WORDS.codec(), 0))).containsExactly("stays=in the first page");

        table.remove("stays");
        table.write();

        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void aPageIsNoLargerThanKafkaTakes() {
        var store = emptyStore();
        var table = new PagedTable<>(store, WORDS.codec(), 0);
        for (int i = 0; i < 100; i++) {
            table.put("key-" + i, "x".repeat(30_000));
        }

        table.write();

        try (var pages = store.all()) {
            pages.forEachRemaining(page -> assertThat(page.value.length).isLessThan(500_000));
        }
    }

    @Test
    void rowsThatAnEarlierReleaseWroteAreRefused() {
        var store = emptyStore();
        var rows = new StoreTable<>(store, WORDS.codec(), HELD);
        rows.put("number=+380441234567", "a row by itself, as releases before wrote it");
        rows.write();

        assertThatThrownBy(() -> new PagedTable<>(store, WORDS.codec(), 0))
                .hasMessageContaining("page")
                .hasRootCauseMessage("a page must be of version 102, got 0"
                        + ": start from an empty state, or run the release that wrote it");
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

    private static List<String> inAnyOrder(Table<String> table) {
        var entries = new ArrayList<String>();
        table.forEachUnordered((key, value) -> entries.add(key + "=" + value));
        return entries;
    }

    private static List<String> between(String from, String to, Table<String> table) {
        var entries = new ArrayList<String>();
        table.forEach(from, to, (key, value) -> entries.add(key + "=" + value));
        return entries;
    }

    private static int rowsOfPages(KeyValueStore<Bytes, byte[]> store) {
        int rows = 0;
        try (var pages = store.all()) {
            while (pages.hasNext()) {
                rows += Pages.read(pages.next().value).size();
            }
        }
        return rows;
    }

    private static void empty(KeyValueStore<Bytes, byte[]> store) {
        try (var pages = store.all()) {
            pages.forEachRemaining(page -> store.delete(page.key));
        }
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
        public int room(String value) {
            return Short.BYTES + value.length();
        }

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
