/**
 * What travels between the detector's stages. {@code FromPartition} goes from counting to merging, {@code FromMerger} from
 * merging to deciding; both are written compactly and by version. Nobody outside the detector reads them.
 */
package dzvin.detector.streams.wire;
