package dzvin.detector.core.count;

/**
 * One person within a cell.
 *
 * @param person 64-bit hash of the pseudonym, of the report's id where there is none; compared as unsigned
 * @param reports how many reports the person made within the cell
 * @param digest of the person's report with the smallest id
 */
public record Voice(long person, int reports, Digest digest) {}
