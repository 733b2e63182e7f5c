/**
 * The JSON form of a report, which HTTP and NDJSON files share. {@link dzvin.ingest.json.ReportJson} turns text into a
 * raw report or a reason; hostile input (depth, names, repeated members, trailing text) ends in a reason, never in an
 * exception.
 */
package dzvin.ingest.json;
