package dzvin.detector.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class KeyOrderTest {
    @Property(seed = "20250627")
    void bytesSortAsTheirTextsDo(@ForAll String one, @ForAll String other) {
        assertThat(Integer.signum(KeyBytes.of(one).compareTo(KeyBytes.of(other))))
                .isEqualTo(Integer.signum(one.compareTo(other)));
    }

    @Property(seed = "20250627")
    void everyTextComesBackFromItsBytes(@ForAll String text) {
        assertThat(KeyBytes.textOf(KeyBytes.of(text))).isEqualTo(text);
    }

    @Example
    void aCharacterBeyondTheBasicPlaneSortsBeforeTheEndOfThePlaneAsInAString() {
        var phone = "\uD83D\uDCDE";
        var privateUse = "\uE000";

        assertThat(phone).isLessThan(privateUse);
        assertThat(KeyBytes.of(phone)).isLessThan(KeyBytes.of(privateUse));
    }

    @Example
    void ordinaryTextHasTheBytesOfUtf8() {
        var text = "region=UA-32,feature=звернення-€";

        assertThat(KeyBytes.of(text).get()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }
}
