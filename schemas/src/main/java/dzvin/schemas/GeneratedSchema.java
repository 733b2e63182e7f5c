package dzvin.schemas;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Schemas of the generated types. */
final class GeneratedSchema {
    /** Tells Avro's Java code which string class to use; it means nothing to other readers. */
    private static final String JAVA_STRING = "avro.java.string";

    private GeneratedSchema() {}

    /** The schema that the generated code carries, with the hints that Avro's Java code needs. */
    static Schema of(Class<?> type) {
        return SpecificData.getForClass(type).getSchema(type);
    }

    /** The same schema as the world sees it: self-contained and without hints to Java. */
    static Schema published(Class<?> type) {
        var json = of(type).toString();
        return new Schema.Parser().parse(json.replace(hint(), "\"string\""));
    }

    private static String hint() {
        var hinted = Schema.create(Schema.Type.STRING);
        hinted.addProp(JAVA_STRING, "String");
        return hinted.toString();
    }
}
