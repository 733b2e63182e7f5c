package dzvin.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    @ParameterizedTest(name = "{0} is written {1}")
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "100, 100",
        "3.25, 3.25",
        "0.1, 0.1",
        "123456.789, 123457",
        "1234567, 1234570",
        "0.002, 0.002",
        "0.30000000000000004, 0.3",
        "2.0E-3, 0.002",
        "1e-9, 1E-9",
        "1e20, 1E+20",
        "-2.5, -2.5"
    })
    void anEstimateHasSixDigitsAtMost(double value, String written) {
        var json = Json.object();
        json.set("x", Json.number(value));

        assertThat(Json.line(json)).isEqualTo("{\"x\":" + written + "}");
    }

    @Test
    void whatIsNoFiniteNumberIsNull() {
        assertThat(Json.number(Double.NaN).isNull()).isTrue();
        assertThat(Json.number(Double.POSITIVE_INFINITY).isNull()).isTrue();
    }

    @Property(seed = "20250627")
    void everyFiniteNumberReadsBackWithinItsSixDigits(@ForAll double value) throws Exception {
        var json = Json.object();
        json.set("x", Json.number(value));

        double read = new ObjectMapper().readTree(Json.line(json)).get("x").doubleValue();

        assertThat(Math.abs(read - value)).isLessThanOrEqualTo(Math.abs(value) * 5.1e-6);
    }
}
