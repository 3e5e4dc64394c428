package io.timbre.signal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    @Test
    void interruptsNativeLoopsOnceItHasPassedEachAtItsOwnTime() {
        try (var passed = Deadline.after(Duration.ofNanos(1));
                var toCome = Deadline.after(Duration.ofHours(1))) {
            assertThat(passed.hasPassed()).isTrue();
            assertThat(asNativeCodeAsks(passed)).isEqualTo(1);
            assertThat(toCome.hasPassed()).isFalse();
            assertThat(asNativeCodeAsks(toCome)).isZero();
        }
    }

    private static int asNativeCodeAsks(Deadline deadline) {
        AVIOInterruptCB interrupt = deadline.interrupt();
        return interrupt.callback().call(interrupt.opaque());
    }
}
