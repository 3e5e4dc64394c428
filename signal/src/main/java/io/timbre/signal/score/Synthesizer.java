package io.timbre.signal.score;

import com.sun.media.sound.SoftSynthesizer;
import io.timbre.signal.Audio;
import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.codec.UndecodableException.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Map;
import javax.sound.midi.MidiUnavailableException;
import javax.sound.midi.Receiver;
import javax.sound.midi.Sequence;
import javax.sound.midi.Soundbank;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;

/**
 * Plays a score into memory with the JDK's own synthesiser, Gervill, and the small General MIDI sound bank inside it:
 * no audio device, no file, and the same samples every time.
 *
 * <p>At 22,050 Hz one core was measured to play scores that people wrote 44 to 303 times faster than real time (11 of a
 * collection, median 116), but 1,000 notes a second 24 times and 3,300 notes a second 7 times. So a stranger's score is
 * given a limit of time.
 *
 * <p>Gervill's classes are not exported, so the JVM that runs this needs
 * {@code --add-exports java.desktop/com.sun.media.sound=ALL-UNNAMED}. The public {@code javax.sound.midi} can only play
 * to a device.
 */
public final class Synthesizer {
    /** What follows the last event of a score, so that its notes can ring out. */
    public static final double RELEASE_SECONDS = 1;

    private static final Duration MAX_DURATION = Duration.ofHours(1);
    private static final Duration NO_LIMIT = Duration.ofNanos(Long.MAX_VALUE);
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
     * Renders a score of our own and {@link #RELEASE_SECONDS} more, mixed down to one channel, its times rounded to
     * {@link ScoreWriter#TICK_SECONDS}: as loud and bright as the velocities say, for a score knows no more.
     *
     * @throws IllegalArgumentException if it lasts longer than an hour
     */
    public Audio render(Score score) {
        return render(ScoreWriter.sequence(score));
    }

    /**
     * As {@link #render(Score)} a stranger's score, within a limit of time.
     *
     * @throws UndecodableException {@link Fault#TOO_SLOW} if that is not enough
     */
    public Audio render(Score score, Duration maxWallTime) throws UndecodableException {
        return render(ScoreWriter.sequence(score), maxWallTime);
    }

    /**
     * Renders a sequence of our own and {@link #RELEASE_SECONDS} more, mixed down to one channel.
     *
     * @throws IllegalArgumentException if it lasts longer than an hour or has no time base
     */
    public Audio render(Sequence sequence) {
        try {
            return render(sequence, NO_LIMIT);
        } catch (UndecodableException e) {
            throw new AssertionError("nothing is too slow without a limit", e);
        }
    }

    /**
     * As {@link #render(Sequence)} a stranger's sequence, within a limit of time: an hour of it at full polyphony takes
     * many minutes.
     *
     * @throws UndecodableException {@link Fault#TOO_SLOW} if that is not enough
     */
    public Audio render(Sequence sequence, Duration maxWallTime) throws UndecodableException {
        Timeline timeline = Timeline.of(sequence);
        double seconds = timeline.lengthMicroseconds() / 1e6;
        if (seconds > MAX_DURATION.toSeconds()) {
            throw new IllegalArgumentException(
                    "score must last at most " + MAX_DURATION.toSeconds() + " s: was " + seconds);
        }
        try (var gervill = new SoftSynthesizer();
                AudioInputStream stream = gervill.openStream(format(), SETTINGS)) {
            gervill.loadAllInstruments(Instruments.SOUNDBANK);
            var stopwatch = new Stopwatch(System.nanoTime(), maxWallTime);
            send(timeline, gervill.getReceiver());
            int length = (int) ((seconds + RELEASE_SECONDS) * sampleRateHz);
            return new Audio(read(stream, length, stopwatch), sampleRateHz);
        } catch (MidiUnavailableException | IOException e) {
            throw new IllegalStateException("a synthesiser in memory failed", e);
        }
    }

    private AudioFormat format() {
        return new AudioFormat(
                AudioFormat.Encoding.PCM_FLOAT, sampleRateHz, Float.SIZE, CHANNELS, FRAME_BYTES, sampleRateHz, false);
    }

    /**
     * All at once: the synthesiser keeps them until their time has come.
     *
     * <p>It has one place a microsecond and looks for the next free one, from the message's time on, one by one: for n
     * messages at one time, n^2 / 2 steps. The same place is given here at once.
     */
    private static void send(Timeline timeline, Receiver receiver) {
        long free = 0;
        for (Timeline.Entry entry : timeline.messages()) {
            long place = Math.max(free, (long) entry.microseconds());
            receiver.send(entry.message(), place);
            free = place + 1;
        }
    }

    private static float[] read(AudioInputStream stream, int length, Stopwatch stopwatch)
            throws IOException, UndecodableException {
        float[] samples = new float[length];
        byte[] block = new byte[BLOCK_FRAMES * FRAME_BYTES];
        for (int done = 0; done < length; ) {
            stopwatch.requireTimeLeft();
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

    private record Stopwatch(long startNanoTime, Duration maxWallTime) {
        void requireTimeLeft() throws UndecodableException {
            if (System.nanoTime() - startNanoTime >= maxWallTime.toNanos()) {
                throw new UndecodableException(Fault.TOO_SLOW, "not rendered within " + maxWallTime.toMillis() + " ms");
            }
        }
    }

    /** Made when first needed, which takes about a second, and shared: it is only read. */
    private static final class Instruments {
        static final Soundbank SOUNDBANK = SeededSoundbank.create();
    }
}
