package io.timbre.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTest {
    @ParameterizedTest
    @EnumSource
    void isFoundAgainByItsCodeAndSaysWhatToDo(Reason reason) {
        assertThat(Reason.of(reason.code())).isEqualTo(reason);
        assertThat(reason.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(reason.remedy()).endsWith(".");
    }

    @Test
    void theSetIsClosed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reason.of("bad-luck"))
                .withMessage("no such reason: bad-luck");
    }
}
