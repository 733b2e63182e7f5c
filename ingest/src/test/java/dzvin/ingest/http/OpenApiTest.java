package dzvin.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dzvin.ingest.RawReport.Field;
import dzvin.schemas.avro.RejectionReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The served document says what the service does: its examples are sent, its addresses asked, its lists compared. */
class OpenApiTest {
    private final Gateway gateway = Gateway.real();
    private JsonNode document;

    @BeforeEach
    void fetch() {
        document = gateway.get("/v1/openapi.json").json();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void everyExampleOfAReportIsAccepted() {
        var content = document.at("/paths/~1v1~1reports/post/requestBody/content");

        for (var example : content.at("/application~1json/examples")) {
            assertThat(gateway.post(example.get("value").toString()).statuses())
                    .as(example.get("summary").asText())
                    .isNotEmpty()
                    .containsOnly("accepted");
        }
        var lines = content.at("/application~1x-ndjson/examples/lines/value").asText();
        assertThat(gateway.post("application/x-ndjson", lines.getBytes(UTF_8)).statuses())
                .containsExactly("accepted", "accepted");
    }

    @Test
    void theExampleOfAnAnswerIsWhatIsAnswered() {
        var example = document.at("/paths/~1v1~1reports/post/responses/202/content/application~1json/example");

        var answer = gateway.post("[{\"id\":\"desk-7-000123\",\"region\":\"UA-32\"},{\"nubmer\":\"1\"}]");

        assertThat(answer.json()).isEqualTo(example);
    }

    @Test
    void theExampleOfAProblemIsWhatIsAnswered() {
        assertThat(gateway.post("{\"number\":\"1\" \"2\"}").json())
                .isEqualTo(document.at("/components/responses/Problem/content/application~1problem+json/example"));
    }

    @Test
    void everyAddressThatIsDescribedAnswersAsDescribed() {
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    var answer = operation.getKey().equals("post")
                            ? gateway.post("{\"text\":\"words\"}")
                            : gateway.get(path.getKey());
                    var described = operation.getValue().get("responses").get(Integer.toString(answer.status()));
                    assertThat(described)
                            .as(path.getKey() + " " + answer.status())
                            .isNotNull();
                }));
    }

    @Test
    void fieldsReasonsAndProblemsAreThoseOfTheCode() {
        var schemas = document.at("/components/schemas");
        var fields =
                new ArrayList<>(Arrays.stream(Field.values()).map(Field::json).toList());
        fields.add("features");

        assertThat(schemas.at("/Report/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(fields);
        assertThat(texts(schemas.at("/Reason/enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(RejectionReason.values()).map(Enum::name).toList());
        assertThat(texts(schemas.at("/Problem/properties/reason/enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(Problem.values()).map(Problem::reason).toList());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (var reference : document.findValuesAsText("$ref")) {
            assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }
}
