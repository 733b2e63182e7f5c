package dzvin.schemas;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** What of a newer writer's record a reader passes over: fields that it does not have, symbols that it does not know. Of a record's own fields. */
final class LostFields {
    private LostFields() {}

    static List<String> of(Schema writer, Schema reader) {
        return writer.getFields().stream()
                .flatMap(field -> lost(field, Optional.ofNullable(reader.getField(field.name()))))
                .toList();
    }

    private static Stream<String> lost(Schema.Field written, Optional<Schema.Field> read) {
        if (read.isEmpty()) {
            return Stream.of(written.name());
        }
        var ours = read.get().schema();
        if (written.schema().getType() != Schema.Type.ENUM || ours.getType() != Schema.Type.ENUM) {
            return Stream.of();
        }
        return written.schema().getEnumSymbols().stream()
                .filter(symbol -> !ours.hasEnumSymbol(symbol))
                .map(symbol -> written.name() + "=" + symbol);
    }
}
