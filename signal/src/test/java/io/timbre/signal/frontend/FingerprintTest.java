package io.timbre.signal.frontend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.signal.frontend.NotesParameters.Part;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private record Outer(int samples, Inner inner, OptionalInt most, OptionalInt least) {}

    private record Inner(float share, double hz, boolean scaled, Part part) {}

    @SuppressWarnings("ArrayRecordComponent") // Which is why it is refused.
    private record Odd(int... values) {}

    @Test
    void isOfTheTextOfAllParameters() {
        var parameters =
                new Outer(2048, new Inner(0.85f, 1e-10, true, Part.PITCHED), OptionalInt.of(174), OptionalInt.empty());

        assertThat(Fingerprint.text(parameters))
                .isEqualTo("Outer[samples=2048, inner=Inner[share=0.85, hz=1.0E-10, scaled=true, part=PITCHED], "
                        + "most=OptionalInt[174], least=OptionalInt.empty]");
    }

    @Test
    void refusesParametersThatShowTheirIdentityRatherThanTheirValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fingerprint.text(new Odd(1, 2)))
                .withMessage("parameters must be plain: was class [I");
    }
}
