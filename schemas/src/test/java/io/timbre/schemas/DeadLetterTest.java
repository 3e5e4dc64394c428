package io.timbre.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    @Test
    void aRecordWithoutARejectionInItsHeadersTellsOfNone() {
        assertThat(DeadLetter.read(new RecordHeaders())).isEmpty();
    }

    @Test
    void aReasonThatIsNoneIsNotRead() {
        var headers = new RecordHeaders()
                .add(DeadLetter.SERVICE, "features".getBytes(UTF_8))
                .add(DeadLetter.REASON, "bad-luck".getBytes(UTF_8))
                .add(DeadLetter.REJECTED_AT, "2026-11-21T12:00:00Z".getBytes(UTF_8));

        assertThatThrownBy(() -> DeadLetter.read(headers)).hasMessageContaining("bad-luck");
    }
}
