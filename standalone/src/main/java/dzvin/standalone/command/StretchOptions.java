package dzvin.standalone.command;

import dzvin.standalone.failure.UsageException;
import dzvin.standalone.replay.Pace;
import dzvin.standalone.replay.TimeRange;
import java.time.ZoneId;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which stretch of history passes, and how fast. */
final class StretchOptions {
    @Option(names = "--since", paramLabel = "T", description = "Only what was received at or after this time.")
    private Optional<String> since;

    @Option(names = "--until", paramLabel = "T", description = "Only what was received before this time.")
    private Optional<String> until;

    @Option(
            names = "--speed",
            paramLabel = "max|N",
            defaultValue = "max",
            description = "As fast as it goes, or N times as fast as the reports were received.")
    private String speed;

    /** Times without an offset are on the clocks of the zone. */
    TimeRange range(ZoneId zone) {
        try {
            return new TimeRange(
                    since.map(text -> MomentOption.of("--since", text, zone)),
                    until.map(text -> MomentOption.of("--until", text, zone)));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    /** The stretch in words. */
    String task() {
        return since.map(time -> " since " + time).orElse("")
                + until.map(time -> " until " + time).orElse("");
    }

    Pace pace() {
        if (speed.equals("max")) {
            return Pace.max();
        }
        try {
            return Pace.times(Double.parseDouble(speed));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--speed must be max or a number above 0, got " + speed, e);
        }
    }
}
