package dzvin.bench.throughput;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Different people in bounded room, as anybody would count them: the 128 smallest hashes, as the detector keeps. */
public final class People {
    private static final int MOST = 128;
    private static final int FIRST_ROOM = 4;

    private long reports;
    private int size;
    private long[] smallest = new long[FIRST_ROOM];

    /** Counts one report; returns this. */
    public People add(long person) {
        reports++;
        if (size == MOST && Long.compareUnsigned(person, smallest[size - 1] ^ Long.MIN_VALUE) >= 0) {
            return this;
        }
        long ordered = person ^ Long.MIN_VALUE;
        int place = Arrays.binarySearch(smallest, 0, size, ordered);
        if (place < 0) {
            insert(-place - 1, ordered);
        }
        return this;
    }

    /** How many different people there were, about. */
    public long people() {
        return size < MOST ? size : (long) (MOST / (((smallest[size - 1] ^ Long.MIN_VALUE) >>> 11) / 0x1.0p53));
    }

    private void insert(int place, long ordered) {
        if (size == MOST) {
            size--;
        } else if (size == smallest.length) {
            smallest = Arrays.copyOf(smallest, Math.min(MOST, size * 2));
        }
        System.arraycopy(smallest, place, smallest, place + 1, size - place);
        smallest[place] = ordered;
        size++;
    }

    static Serde<People> serde() {
        return Serdes.serdeFrom(
                (topic, people) -> people == null ? null : people.toBytes(),
                (topic, bytes) -> bytes == null ? null : of(bytes));
    }

    byte[] toBytes() {
        var buffer = ByteBuffer.allocate(Long.BYTES * (size + 1));
        buffer.putLong(reports);
        buffer.asLongBuffer().put(smallest, 0, size);
        return buffer.array();
    }

    static People of(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var people = new People();
        people.reports = buffer.getLong();
        people.size = buffer.remaining() / Long.BYTES;
        people.smallest = new long[Math.max(FIRST_ROOM, people.size)];
        buffer.asLongBuffer().get(people.smallest, 0, people.size);
        return people;
    }
}
