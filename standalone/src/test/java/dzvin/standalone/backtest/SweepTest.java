package dzvin.standalone.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.standalone.failure.UsageException;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing is said\n", "falseAlarmsPerWeek: 2\n"})
    void eachValueIsInForceWhateverTheFileSays(String policy) {
        var grid = Sweep.grid("own.yaml", policy, List.of(Sweep.of("falseAlarmsPerWeek=0.5, 3")));

        assertThat(grid)
                .extracting(Candidate::name)
                .containsExactly("own.yaml falseAlarmsPerWeek=0.5", "own.yaml falseAlarmsPerWeek=3");
        assertThat(grid)
                .extracting(candidate -> candidate.policy().falseAlarmsPerWeek())
                .containsExactly(0.5, 3.0);
    }

    @Test
    void aValueMayBeAList() {
        var grid = Sweep.grid("own.yaml", "", List.of(Sweep.of("scales=[1h, 24h],[15m,6h,24h]")));

        assertThat(grid)
                .extracting(candidate -> candidate.policy().scales().size())
                .containsExactly(2, 3);
    }

    @Test
    void whatIsNoValueIsNotTakenForNone() {
        for (String value : List.of("[1", "'", "@x")) {
            var sweep = Sweep.of("falseAlarmsPerWeek=" + value);

            assertThatThrownBy(() -> Sweep.grid("own.yaml", "", List.of(sweep)))
                    .isInstanceOf(UsageException.class)
                    .hasMessage("--sweep falseAlarmsPerWeek tries what is no value: " + value);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "=1", "x=", "x=1,,2", "x=,1", "x=1,", ".=1", "stages..people=1", "stages.=1"})
    void aPartThatIsMissingIsTold(String text) {
        assertThatThrownBy(() -> Sweep.of(text))
                .isInstanceOf(UsageException.class)
                .hasMessage("--sweep must be key=a,b,c, got " + text);
    }

    @Test
    void aValueIsTriedOnce() {
        assertThatThrownBy(() -> Sweep.of("grace=1m,2m,1m"))
                .isInstanceOf(UsageException.class)
                .hasMessage("--sweep tries a value twice, got grace=1m,2m,1m");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bucket: 7m                 | own.yaml:1 bucket must be
            'falseAlarms: 1'           | own.yaml:1 falseAlarms is no key
            'scales: [1h'              | own.yaml:1 policy file must be one YAML document
            'policy: a\npolicy: b'     | own.yaml
            """)
    void whatIsWrongInTheFileHasTheLineOfTheFile(String policy, String problem) {
        var sweep = List.of(Sweep.of("grace=1m"));

        assertThatThrownBy(() -> Sweep.grid("own.yaml", policy.replace("\\n", "\n"), sweep))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(problem);
    }

    @Test
    void whatIsWrongWithAValueHasNoLine() {
        var sweep = List.of(Sweep.of("grace=soon"));

        assertThatThrownBy(() -> Sweep.grid("own.yaml", "policy: own\n", sweep))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("own.yaml grace=soon: grace must be");
    }

    @Test
    void aGridThatNobodyCouldMakeHasASize() {
        var sweep = new Sweep("x", List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"));

        assertThat(Sweep.size(java.util.Collections.nCopies(30, sweep))).isEqualTo(BigInteger.TEN.pow(30));
    }
}
