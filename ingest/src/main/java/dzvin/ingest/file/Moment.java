package dzvin.ingest.file;

import java.time.OffsetDateTime;

/**
 * A time as a source told it.
 *
 * @param at when; the start of the day if only a date was told
 * @param dayOnly whether only a date was told
 */
record Moment(OffsetDateTime at, boolean dayOnly) {}
