/**
 * The configuration: {@code dzvin.yaml}, {@code DZVIN_…} environment variables and the defaults in {@link
 * dzvin.standalone.config.Setting}. {@link dzvin.standalone.config.Settings} holds what is in force and where it comes from;
 * every mistake is told, all at once. Below this package nobody sees a map, a property or an environment variable.
 */
package dzvin.standalone.config;
