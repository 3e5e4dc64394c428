package io.timbre.signal.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.SoundbankResource;
import javax.sound.sampled.AudioInputStream;
import org.junit.jupiter.api.Test;

class SeededSoundbankTest {
    @Test
    void soundsTheSameEachTimeItIsMade() throws Exception {
        List<byte[]> first = samples();
        List<byte[]> second = samples();

        assertThat(first).hasSizeGreaterThan(30);
        assertThat(second).containsExactlyElementsOf(first);
    }

    @Test
    void refusesASoundBankThatDrawsItsPhasesElsewhere() throws Exception {
        byte[] drawsNothing = getClass().getResourceAsStream("MidiBytes.class").readAllBytes();

        assertThatIllegalStateException()
                .isThrownBy(() -> SeededSoundbank.seeded(drawsNothing))
                .withMessageContaining("Math.random");
    }

    private static List<byte[]> samples() throws IOException {
        var samples = new ArrayList<byte[]>();
        for (SoundbankResource resource : SeededSoundbank.create().getResources()) {
            if (resource.getData() instanceof AudioInputStream stream) {
                samples.add(stream.readAllBytes());
            }
        }
        return samples;
    }
}
