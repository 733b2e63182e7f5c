package dzvin.ingest;

import dzvin.schemas.avro.RejectionReason;

/**
 * Why a report cannot be used.
 *
 * @param reason bounded, also the metric label
 * @param field the field at fault as users know it, empty where it is the whole report
 * @param detail one sentence that says what is wrong and what to do; never holds the reporter's contact
 */
public record Rejection(RejectionReason reason, String field, String detail) {}
