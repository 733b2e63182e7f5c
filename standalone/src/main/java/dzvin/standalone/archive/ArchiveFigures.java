package dzvin.standalone.archive;

import java.util.Locale;

/**
 * What was archived, or restored.
 *
 * @param reports records that are reports
 * @param heartbeats records that only tell the time
 * @param unreadable records that are no readable report, kept as they are
 * @param files of days that were written or read
 * @param bytes of these files
 * @param seconds it took
 */
public record ArchiveFigures(long reports, long heartbeats, long unreadable, int files, long bytes, double seconds) {
    /** One line of JSON. */
    public String json() {
        return String.format(
                Locale.ROOT,
                "{\"records\":%d,\"reports\":%d,\"heartbeats\":%d,\"unreadable\":%d,\"files\":%d,\"bytes\":%d,\"seconds\":%.3f}",
                reports + heartbeats + unreadable,
                reports,
                heartbeats,
                unreadable,
                files,
                bytes,
                seconds);
    }

    /** One sentence, about something that was done. */
    public String sentence(String done) {
        return String.format(
                Locale.ROOT,
                "%,d records %s in %.1f s: %,d reports, %,d heartbeats, %,d unreadable; %,d files, %,d bytes",
                reports + heartbeats + unreadable,
                done,
                seconds,
                reports,
                heartbeats,
                unreadable,
                files,
                bytes);
    }
}
