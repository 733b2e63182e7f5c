package dzvin.ingest.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class RememberedTest {
    @Test
    void whatWasAskedLatelyIsNotWorkedOutAgain() {
        var asked = new ArrayList<String>();
        var remembered = new Remembered<>((String question) -> {
            asked.add(question);
            return question.length();
        });

        assertThat(remembered.answer("seven")).isEqualTo(5);
        assertThat(remembered.answer("seven")).isEqualTo(5);

        assertThat(asked).containsExactly("seven");
    }

    @Test
    void whatWasAskedLongAgoIsForgottenSoThatMemoryIsBounded() {
        var asked = new ArrayList<String>();
        var remembered = new Remembered<>((String question) -> {
            asked.add(question);
            return question;
        });
        remembered.answer("first");
        for (int i = 0; i < 100_000; i++) {
            remembered.answer("n" + i);
        }

        remembered.answer("first");

        assertThat(asked.stream().filter("first"::equals)).hasSize(2);
    }
}
