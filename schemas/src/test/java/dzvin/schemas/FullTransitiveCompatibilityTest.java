package dzvin.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Old data reads with new schemas and the other way round, over every release ever made (I8). */
class FullTransitiveCompatibilityTest {
    static List<Path> releases() {
        return PublishedSchemas.releases();
    }

    @Test
    void thereIsAReleaseToCompareWith() {
        assertThat(releases()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void todaysSchemasAndThoseOfTheReleaseReadEachOther(Path release) {
        var today = PublishedSchemas.today();

        PublishedSchemas.of(release).forEach((name, released) -> {
            assertThat(today)
                    .as("subjects of today; release %s has %s", release, name)
                    .containsKey(name);
            assertReadEachOther(today.get(name), released);
        });
    }

    @ParameterizedTest
    @MethodSource("releases")
    void aReleaseHoldsEverySubject(Path release) {
        assertThat(PublishedSchemas.of(release).keySet())
                .containsExactlyInAnyOrder("Report", "RejectedReport", "Signal", "Campaign", "Alert", "Feedback");
    }

    @Nested
    class TheCheckBitesWhen {
        private final String released = PublishedSchemas.today().get("Report").toString();

        @Test
        void aFieldWithoutADefaultIsAdded() {
            assertIncompatible(released.replace(
                    "\"fields\":[", "\"fields\":[{\"name\":\"added\",\"type\":\"string\",\"doc\":\"New.\"},"));
        }

        @Test
        void aFieldWithoutADefaultIsTakenAway() {
            assertIncompatible(released.replaceFirst("\\{\"name\":\"id\",[^}]*},", ""));
        }

        @Test
        void aFieldChangesItsType() {
            assertIncompatible(
                    released.replace("\"name\":\"id\",\"type\":\"string\"", "\"name\":\"id\",\"type\":\"long\""));
        }

        @Test
        void aFieldIsRenamed() {
            assertIncompatible(released.replace("\"name\":\"id\"", "\"name\":\"reportId\""));
        }

        @Test
        void aTypeIsWidenedWhichOnlyNewReadersUnderstand() {
            var narrow = "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"x\",\"type\":\"int\"}]}";

            assertThatThrownBy(() -> assertReadEachOther(parse(narrow.replace("int", "long")), parse(narrow)))
                    .isInstanceOf(AssertionError.class);
        }

        private void assertIncompatible(String changed) {
            assertThat(changed).isNotEqualTo(released);
            assertThatThrownBy(() -> assertReadEachOther(parse(changed), parse(released)))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void aFieldWithADefaultMayComeAndGo() {
        var released = PublishedSchemas.today().get("Report").toString();
        var grown = released.replace(
                "\"fields\":[",
                "\"fields\":[{\"name\":\"added\",\"type\":\"string\",\"doc\":\"New.\",\"default\":\"\"},");

        assertReadEachOther(parse(grown), parse(released));
    }

    private static Schema parse(String json) {
        return new Schema.Parser().parse(json);
    }

    private static void assertReadEachOther(Schema today, Schema released) {
        assertReads(today, released);
        assertReads(released, today);
    }

    private static void assertReads(Schema reader, Schema writer) {
        var verdict = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);

        assertThat(verdict.getType())
                .as(() -> verdict.getResult().getIncompatibilities().toString())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }
}
