package dzvin.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void aSecretIsNotShown() {
        var secret = new Secret("correct horse");

        assertThat(secret).hasToString("***");
        assertThat(secret.value()).isEqualTo("correct horse");
    }

    @Test
    void aBlankSecretIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Secret(" "));
    }
}
