package dzvin.standalone.replay;

import dzvin.ingest.IngestPipeline;
import dzvin.ingest.file.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads entries on one thread, takes them through ingest's pipeline on several, and hands over what comes out on the calling thread,
 * in the order of the file. What waits on the way is bounded.
 */
final class Conveyor implements AutoCloseable {
    private static final int ENTRIES_IN_BATCH = 256;
    private static final int BATCHES_ON_THE_WAY = 4;
    private static final long SECONDS_TO_STOP = 10;

    private final ExecutorService reader = Executors.newSingleThreadExecutor(named("dzvin-replay-read"));
    private final ExecutorService workers = Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors()), named("dzvin-replay-pipeline"));
    private final BlockingQueue<CompletableFuture<Optional<Batch>>> belt = new ArrayBlockingQueue<>(BATCHES_ON_THE_WAY);

    /** For one call: all entries. What goes wrong on any of the threads is thrown here, after everything before it was handed over. */
    void carry(Iterable<Entry> entries, IngestPipeline pipeline, Consumer<Batch> consumer) {
        reader.execute(() -> read(entries, pipeline));
        try {
            for (var batch = next(); batch.isPresent(); batch = next()) {
                consumer.accept(batch.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while history was read", e);
        }
    }

    /** Waits until nobody reads any more. */
    @Override
    public void close() {
        reader.shutdownNow();
        workers.shutdownNow();
        try {
            reader.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Batch> next() throws InterruptedException {
        try {
            return belt.take().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw e;
        }
    }

    private void read(Iterable<Entry> entries, IngestPipeline pipeline) {
        try {
            try {
                readAll(entries, pipeline);
                belt.put(CompletableFuture.completedFuture(Optional.empty()));
            } catch (RuntimeException e) {
                belt.put(CompletableFuture.failedFuture(new CompletionException(e)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll(Iterable<Entry> entries, IngestPipeline pipeline) throws InterruptedException {
        var gathered = new ArrayList<Entry>(ENTRIES_IN_BATCH);
        for (Entry entry : entries) {
            gathered.add(entry);
            if (gathered.size() == ENTRIES_IN_BATCH) {
                send(gathered, pipeline);
                gathered = new ArrayList<>(ENTRIES_IN_BATCH);
            }
        }
        send(gathered, pipeline);
    }

    private void send(List<Entry> gathered, IngestPipeline pipeline) throws InterruptedException {
        belt.put(CompletableFuture.supplyAsync(() -> Optional.of(Batch.of(gathered, pipeline)), workers));
    }

    private static ThreadFactory named(String name) {
        return task -> {
            var thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
