package dzvin.detector.streams;

import dzvin.schemas.RegistryUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.rocksdb.RocksDBException;

/** Where a failure comes from, which decides who is stopped by it. Told apart by type, never by message. */
enum FailureOrigin {
    /** The schema registry did not answer. It will, and nobody can do anything before. */
    REGISTRY,
    /** Kafka did not answer in time. */
    KAFKA,
    /** This machine: its disk, its memory, a library that cannot be loaded here. Another instance goes on with the same record. */
    MACHINE,
    /** Our mistake, or a record that no instance can digest. */
    OURS;

    static FailureOrigin of(Throwable failure) {
        if (isOfThisMachine(failure)) {
            return MACHINE;
        }
        if (has(RegistryUnavailableException.class, failure)) {
            return REGISTRY;
        }
        return has(RetriableException.class, failure) ? KAFKA : OURS;
    }

    private static boolean isOfThisMachine(Throwable failure) {
        return isOutOfOrder(failure) || isOfTheDisk(failure);
    }

    /** A stack that overflows is left out: it is the work of a record, and overflows everywhere. */
    private static boolean isOutOfOrder(Throwable failure) {
        return has(LinkageError.class, failure)
                || (has(VirtualMachineError.class, failure) && !has(StackOverflowError.class, failure));
    }

    private static boolean isOfTheDisk(Throwable failure) {
        return has(RocksDBException.class, failure)
                || has(FileSystemException.class, failure)
                || CauseOf.type(ProcessorStateException.class, failure)
                        .filter(FailureOrigin::isAboutTheStoreItself)
                        .isPresent();
    }

    /**
     * Kafka Streams gives this type both to a store that cannot be opened or written and to any exception that comes out of our
     * tables when they are. The first has a cause of the file system or none; a value that cannot be read is an
     * {@link UncheckedIOException}, and unreadable everywhere.
     */
    private static boolean isAboutTheStoreItself(ProcessorStateException store) {
        return store.getCause() == null || (has(IOException.class, store) && !has(UncheckedIOException.class, store));
    }

    private static boolean has(Class<? extends Throwable> type, Throwable failure) {
        return CauseOf.type(type, failure).isPresent();
    }
}
