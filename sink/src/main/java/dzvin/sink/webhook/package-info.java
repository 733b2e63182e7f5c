/**
 * Alerts by HTTP: {@code WebhookChannel} posts each as a CloudEvent, signed when a secret is set, and turns the answer
 * into a {@code Delivery}. It never follows a redirect, and never writes the address's path or the secret to a log.
 */
package dzvin.sink.webhook;
