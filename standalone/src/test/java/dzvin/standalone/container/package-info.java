/**
 * The services in containers, as the compose file runs them, against a Kafka in another container. Skipped, with the reason,
 * where no Docker engine answers or the base image is missing.
 */
package dzvin.standalone.container;
