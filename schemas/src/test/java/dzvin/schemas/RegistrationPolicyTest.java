package dzvin.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistrationPolicyTest {
    @Test
    void schemasAreRegisteredUnlessToldOtherwise() {
        assertThat(RegistrationPolicy.from(Map.of())).isEqualTo(RegistrationPolicy.REGISTER);
        assertThat(RegistrationPolicy.from(Map.of("auto.register.schemas", "true")))
                .isEqualTo(RegistrationPolicy.REGISTER);
    }

    @Test
    void withoutRegistrationTheOwnSchemaIsLookedUp() {
        assertThat(RegistrationPolicy.from(Map.of("auto.register.schemas", "false")))
                .isEqualTo(RegistrationPolicy.LOOK_UP);
    }

    @Test
    void withoutRegistrationTheLatestVersionIsTakenOnRequest() {
        assertThat(RegistrationPolicy.from(Map.of("auto.register.schemas", "false", "use.latest.version", "true")))
                .isEqualTo(RegistrationPolicy.LATEST);
    }

    @Test
    void anythingButTrueAndFalseIsRefusedByName() {
        assertThatThrownBy(() -> RegistrationPolicy.from(Map.of("auto.register.schemas", "yes")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("auto.register.schemas must be true or false, got yes");
    }
}
