package dzvin.detector.core.count;

import dzvin.detector.core.view.ViewKey;

/**
 * What one key counted in one bucket.
 *
 * @param bucket index of the bucket: its start in epoch milliseconds divided by the bucket length
 */
public record KeyCell(ViewKey key, long bucket, Cell cell) {}
