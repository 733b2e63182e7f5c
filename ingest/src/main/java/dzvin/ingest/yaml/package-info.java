/**
 * Strict YAML for the settings of ingest. {@link dzvin.ingest.yaml.YamlMap} gives values with their lines and collects every
 * mistake, so that a user hears of all of them at once; unknown keys are mistakes.
 */
package dzvin.ingest.yaml;
