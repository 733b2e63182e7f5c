/**
 * Alerts, campaigns and signals as the JSON that people and systems see: {@code AlertJson}, {@code CampaignJson} and
 * {@code SignalJson} take a record and give one line, or the tree behind it. The same record gives the same bytes on
 * every machine and Java version; field names are fixed and only ever added to.
 */
package dzvin.schemas.json;
