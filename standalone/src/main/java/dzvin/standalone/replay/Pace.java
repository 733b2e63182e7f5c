package dzvin.standalone.replay;

import dzvin.schemas.avro.Report;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How fast history passes: a listener is kept waiting until a record's time has come. Decisions do not depend on it. */
public final class Pace {
    private final double factor;
    private final LongSupplier nanoTime;
    private final Sleep sleep;

    /** Waits for so many nanoseconds. */
    interface Sleep {
        void nanos(long nanos) throws InterruptedException;
    }

    Pace(double factor, LongSupplier nanoTime, Sleep sleep) {
        this.factor = factor;
        this.nanoTime = nanoTime;
        this.sleep = sleep;
    }

    /** As fast as it goes. */
    public static Pace max() {
        return new Pace(Double.POSITIVE_INFINITY, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
    }

    /** So many times as fast as the reports were received. */
    public static Pace times(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("--speed must be max or a number above 0, got " + factor);
        }
        return new Pace(factor, System::nanoTime, TimeUnit.NANOSECONDS::sleep);
    }

    /** The same listener, hearing records at this pace. */
    History.Listener keptBy(History.Listener listener) {
        return Double.isInfinite(factor) ? listener : new Waiting(listener);
    }

    private final class Waiting implements History.Listener {
        private final History.Listener listener;
        private long begun;
        private long first = Long.MIN_VALUE;

        Waiting(History.Listener listener) {
            this.listener = listener;
        }

        @Override
        public void report(int partition, Report report) {
            await(report.getReceivedAt().toEpochMilli());
            listener.report(partition, report);
        }

        @Override
        public void heartbeat(int partition, long at) {
            await(at);
            listener.heartbeat(partition, at);
        }

        private void await(long at) {
            if (first == Long.MIN_VALUE) {
                first = at;
                begun = nanoTime.getAsLong();
            }
            long due = (long) (TimeUnit.MILLISECONDS.toNanos(at - first) / factor);
            long early = due - (nanoTime.getAsLong() - begun);
            if (early > 0) {
                sleep(early);
            }
        }

        private void sleep(long nanos) {
            try {
                sleep.nanos(nanos);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a replay kept its pace", e);
            }
        }
    }
}
