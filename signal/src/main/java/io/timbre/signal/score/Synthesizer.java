package io.timbre.signal.score;

import com.sun.media.sound.SoftSynthesizer;
import io.timbre.signal.Audio;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Sequence;
import javax.sound.midi.Soundbank;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;

/**
 * Plays a score into memory with the JDK's own synthesiser, Gervill, and the small General MIDI sound bank inside it:
 * no audio device, no file, and the same samples every time. Some 30 to 100 times faster than real time.
 *
 * <p>Gervill's classes are not exported, so the JVM that runs this needs
 * {@code --add-exports java.desktop/com.sun.media.sound=ALL-UNNAMED}. The public {@code javax.sound.midi} can only play
 * to a device.
 */
public final class Synthesizer {
    /** What follows the last event of a score, so that its notes can ring out. */
    public static final double RELEASE_SECONDS = 1;

    private static final double MAX_SECONDS = 3600;
    private static final int CHANNELS = 2;
    private static final int FRAME_BYTES = CHANNELS * Float.BYTES;
    private static final int BLOCK_FRAMES = 4096;

    /** The default sound bank would be looked for on the machine, and sound different on each. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "load default soundbank",
            false,
            "jitter correction",
            false,
            "interpolation",
            "linear",
            "max polyphony",
            "128");

    private final int sampleRateHz;

    public Synthesizer(int sampleRateHz) {
        if (sampleRateHz <= 0) {
            throw new IllegalArgumentException("sampleRateHz must be > 0: was " + sampleRateHz);
        }
        this.sampleRateHz = sampleRateHz;
    }

    /**
     * Renders a score and {@link #RELEASE_SECONDS} more, mixed down to one channel, its times rounded to
     * {@link ScoreWriter#TICK_SECONDS}: as loud and bright as the velocities say, for a score knows no more.
     *
     * @throws IllegalArgumentException if it lasts longer than an hour
     */
    public Audio render(Score score) {
        return render(ScoreWriter.sequence(score));
    }

    /**
     * Renders a sequence and {@link #RELEASE_SECONDS} more, mixed down to one channel.
     *
     * @throws IllegalArgumentException if it lasts longer than an hour or has no time base
     */
    public Audio render(Sequence sequence) {
        Timeline timeline = Timeline.of(sequence);
        double seconds = timeline.lengthMicroseconds() / 1e6 + RELEASE_SECONDS;
        if (seconds > MAX_SECONDS) {
            throw new IllegalArgumentException("score must last at most " + MAX_SECONDS + " s: was " + seconds);
        }
        try (var gervill = new SoftSynthesizer();
                AudioInputStream stream = gervill.openStream(format(), SETTINGS)) {
            gervill.loadAllInstruments(Instruments.SOUNDBANK);
            send(timeline, gervill.getReceiver());
            return new Audio(read(stream, (int) (seconds * sampleRateHz)), sampleRateHz);
        } catch (MidiUnavailableException | IOException e) {
            throw new IllegalStateException("a synthesiser in memory failed", e);
        }
    }

    private AudioFormat format() {
        return new AudioFormat(
                AudioFormat.Encoding.PCM_FLOAT, sampleRateHz, Float.SIZE, CHANNELS, FRAME_BYTES, sampleRateHz, false);
    }

    /** All at once: the synthesiser keeps them until their time has come. */
    private static void send(Timeline timeline, Receiver receiver) {
        for (Timeline.Entry entry : timeline.messages()) {
            receiver.send(entry.message(), (long) entry.microseconds());
        }
    }

    private static float[] read(AudioInputStream stream, int length) throws IOException {
        float[] samples = new float[length];
        byte[] block = new byte[BLOCK_FRAMES * FRAME_BYTES];
        for (int done = 0; done < length; ) {
            int frames = Math.min(BLOCK_FRAMES, length - done);
            int bytes = stream.readNBytes(block, 0, frames * FRAME_BYTES);
            if (bytes < frames * FRAME_BYTES) {
                throw new IOException("the stream ended after " + done + " of " + length + " samples");
            }
            var floats = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
            for (int i = 0; i < frames; i++) {
                samples[done + i] = (floats.get(CHANNELS * i) + floats.get(CHANNELS * i + 1)) / 2;
            }
            done += frames;
        }
        return samples;
    }

    /** Made when first needed, which takes about a second, and shared: it is only read. */
    private static final class Instruments {
        static final Soundbank SOUNDBANK = SeededSoundbank.create();
    }
}
