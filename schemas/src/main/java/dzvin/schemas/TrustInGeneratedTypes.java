package dzvin.schemas;

import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro make instances of our generated types. Since 1.12.2 Avro loads no class that a schema names unless the class
 * is trusted, and it asks for no trust from the generated code itself: even {@code Report.newBuilder()} would fail.
 *
 * <p>Avro finds this class through the service file of {@link LogicalTypes.LogicalTypeFactory}, its one hook that runs
 * before the first schema is parsed, hence before any generated type is used: no service, tool or test has to set
 * {@code org.apache.avro.SERIALIZABLE_PACKAGES}. What others trust stays trusted, and nothing but
 * {@code dzvin.schemas.avro} is added. The logical type that it stands for is never used.
 */
public final class TrustInGeneratedTypes implements LogicalTypes.LogicalTypeFactory {
    private static final String GENERATED = "dzvin.schemas.avro";

    public TrustInGeneratedTypes() {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals(GENERATED)));
    }

    @Override
    public LogicalType fromSchema(Schema schema) {
        return new LogicalType(getTypeName());
    }

    @Override
    public String getTypeName() {
        return "dzvin-generated";
    }
}
