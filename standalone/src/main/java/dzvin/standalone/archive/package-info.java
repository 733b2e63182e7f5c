/**
 * The topic of reports in files, so that Kafka need not keep it for ever. An {@link dzvin.standalone.archive.Archiver} takes a topic
 * into an {@link dzvin.standalone.archive.ArchiveFolder}, day by day, with everything that a replay needs to be exact: partitions,
 * order and heartbeats; {@link dzvin.standalone.archive.ArchiveHistory} tells it again and {@link dzvin.standalone.archive.Restoration}
 * writes it into a topic. A folder is whole at every moment: what its list of checksums does not name is no part of it.
 */
package dzvin.standalone.archive;
