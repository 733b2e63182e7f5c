package dzvin.ingest.step;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A report's two clocks.
 *
 * @param received when the desk learnt of the call
 * @param receivedAsTold with the offset in which it was told; empty if it was not told
 * @param called when the phone rang, with the offset in which it was told; empty if not told or not to be believed
 */
public record Times(Instant received, Optional<OffsetDateTime> receivedAsTold, Optional<OffsetDateTime> called) {}
