package dzvin.standalone.registry;

/** One version of a subject. Softly deleted versions keep their place and can still be read by id. */
record StoredSchema(String subject, int version, int id, String schema, boolean deleted) {
    StoredSchema asDeleted() {
        return new StoredSchema(subject, version, id, schema, true);
    }
}
