/**
 * History from files. {@link dzvin.ingest.file.ReportFile} turns a file of a known format, or of any format with a
 * {@link dzvin.ingest.file.Mapping}, into raw reports with stable ids, one after the other, in memory that does not grow
 * with the file; {@link dzvin.ingest.file.FileImport} takes them through ingest's pipeline into Kafka, each once however
 * often it is run. A row's content is never copied into a message or a file of rejected rows: it may hold a contact.
 */
package dzvin.ingest.file;
