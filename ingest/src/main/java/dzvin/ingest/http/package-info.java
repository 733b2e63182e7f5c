/**
 * The HTTP gateway: {@code POST /v1/reports}, its OpenAPI document and the operators' form. {@link dzvin.ingest.http.IngestServer}
 * binds it; every bound on what a stranger may send (body, items, depth, rate, requests at once) is checked here before
 * anything is parsed further. Errors of a whole request are RFC 9457 problems; no answer, header or log line repeats a
 * contact, words of a call or an API key.
 */
package dzvin.ingest.http;
