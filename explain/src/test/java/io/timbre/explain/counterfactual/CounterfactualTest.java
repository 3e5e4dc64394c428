package io.timbre.explain.counterfactual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Artifact;
import io.timbre.explain.answer.Method;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Question;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.Piece;
import io.timbre.explain.subject.Recording;
import io.timbre.explain.subject.Subject;
import io.timbre.explain.subject.ToyModel;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Network;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.signal.Audio;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.frontend.LogMel;
import io.timbre.signal.frontend.LogMelParameters;
import io.timbre.signal.frontend.Notes;
import io.timbre.signal.score.Note;
import io.timbre.signal.score.Score;
import io.timbre.signal.score.ScoreLimits;
import io.timbre.signal.score.ScoreReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CounterfactualTest {

    private static final int BANDS = 16;
    private static final int FRAMES = 21;
    /** Segments of 2,560 samples. */
    private static final LogMel FRONT_END =
            new LogMel(new LogMelParameters(8000, 256, 128, BANDS, 0, 4000, 1e-10, FRAMES - 1, 16, 120, 30));

    private static final Question OTHERWISE = Question.of(Method.COUNTERFACTUAL);

    @TempDir
    Path folder;

    @Test
    void makesARecordingTheOtherGenreAlsoWhenItsFileIsHeard() throws Exception {
        try (var model = darkOrBright()) {
            var noise = noise();
            assertThat(genreOf(model, noise)).isEqualTo("a");

            var answer = answer(model, noise, OTHERWISE);

            assertThat(answer.quality().warning()).isEmpty();
            assertThat(answer.findings())
                    .contains(entry("target", "b"), entry("flips", true), entry("flips_again_from_file", true));
            assertThat(genreOf(model, heard(answer))).isEqualTo("b");
            assertThat(answer.artifacts())
                    .extracting(Artifact::name)
                    .containsExactly("original.png", "altered.png", "delta.png", "original.wav", "altered.wav");
        }
    }

    @Test
    void saysWhereARecordingWasMadeLouder() throws Exception {
        try (var model = darkOrBright()) {
            // the upper half of the bands begins at 1.4 kHz or so
            assertThat(answer(model, noise(), OTHERWISE).words().getLast())
                    .matches(
                            "On the mean, loudest against before at (1[5-9]|[23])\\d\\d+ to .*, quietest at \\d{2,3} to .*");
        }
    }

    @Test
    void givesTheSameAnswerTwice() throws Exception {
        try (var model = darkOrBright()) {
            var once = answer(model, noise(), OTHERWISE);
            var again = answer(model, noise(), OTHERWISE);
            for (int i = 0; i < once.artifacts().size(); i++) {
                assertThat(once.artifacts().get(i).bytes())
                        .isEqualTo(again.artifacts().get(i).bytes());
            }
            assertThat(once.lines()).isEqualTo(again.lines());
        }
    }

    @Test
    void saysInItsFirstLineThatNothingHelps() throws Exception {
        var network = network(BANDS * FRAMES);
        try (var stubborn = ToyModel.of(network, new float[2 * BANDS * FRAMES], new float[] {1, 0})) {
            var answer = answer(stubborn, noise(), OTHERWISE);

            assertThat(answer.lines().getFirst())
                    .startsWith("Do not believe this explanation: No change was found that makes it b.");
            assertThat(answer.findings()).contains(entry("flips", false), entry("flips_again_from_file", false));
        }
    }

    @Test
    void saysThatNothingIsLeftToHear() throws Exception {
        var faint = noise(0.0003);
        try (var model = loudOrQuiet(faint)) {
            var answer = answer(model, faint, OTHERWISE);

            assertThat(answer.lines().getFirst())
                    .isEqualTo("Do not believe this explanation: In its WAV file the changed track is silent.");
            assertThat(answer.words().get(1)).startsWith("Its WAV file is silent");
            assertThat(answer.findings())
                    .contains(entry("flips", true), entry("flips_again_from_file", false))
                    .doesNotContainKey("posteriors_from_file");
            assertThat(artifact(answer, "altered.png").bytes())
                    .isNotEqualTo(artifact(answer, "original.png").bytes());
        }
    }

    @Test
    void refusesToMakeItWhatItIs() throws Exception {
        try (var model = darkOrBright()) {
            var noise = noise();
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> answer(model, noise, OTHERWISE.about("a")))
                    .withMessageStartingWith("the track is a already")
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.ALREADY_THAT_GENRE));
        }
    }

    @Test
    void makesAPieceTheOtherGenreAlsoWhenItsMidiFileIsRead() throws Exception {
        try (var model = lowOrHigh()) {
            var piece = Piece.of(chords(), Notes.standard());
            assertThat(genreOf(model, piece)).isEqualTo("a");

            var answer = answer(model, piece, OTHERWISE);

            assertThat(answer.quality().warning()).isEmpty();
            var file = artifact(answer, "altered.mid");
            var score = new ScoreReader(ScoreLimits.standard()).read(file.bytes());
            assertThat(genreOf(model, Piece.of(score, Notes.standard()))).isEqualTo("b");
            assertThat(score.notes()).hasSameSizeAs(piece.score().notes());
            assertThat(answer.artifacts())
                    .extracting(Artifact::name)
                    .containsExactly(
                            "original.png", "altered.png", "delta.png", "altered.mid", "original.wav", "altered.wav");
        }
    }

    private static Answer answer(ExplainedModel model, Subject subject, Question question) {
        return new Counterfactual().answer(model, subject, question, Progress.UNHEARD);
    }

    private static String genreOf(ExplainedModel model, Subject subject) {
        return Standing.of(model, subject.inputs()).genre();
    }

    private Recording heard(Answer answer) throws Exception {
        var file = Files.write(
                folder.resolve("altered.wav"), artifact(answer, "altered.wav").bytes());
        var decoder = new AudioDecoder(new DecodeLimits(Duration.ofMinutes(1)));
        return Recording.of(decoder.decode(file, 8000).audio(), FRONT_END);
    }

    private static Artifact artifact(Answer answer, String name) {
        return answer.artifacts().stream()
                .filter(artifact -> artifact.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A second of white noise: three segments. */
    private static Recording noise() throws Exception {
        return noise(0.1);
    }

    private static Recording noise(double level) throws Exception {
        var random = new Random(1);
        var samples = new float[8000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (level * random.nextGaussian());
        }
        return Recording.of(new Audio(samples, 8000), FRONT_END);
    }

    /** Whether the lower half of the bands is the louder, by a decibel and a half at least, or the upper. */
    private static ExplainedModel darkOrBright() throws Exception {
        var dark = new float[BANDS * FRAMES];
        Arrays.fill(dark, 0, dark.length / 2, 0.01f);
        Arrays.fill(dark, dark.length / 2, dark.length, -0.01f);
        float bias = 0;
        for (int i = 0; i < dark.length; i++) {
            bias -= dark[i] * noise().inputs().getFirst()[i];
        }
        return ToyModel.of(
                network(BANDS * FRAMES), beside(dark, negative(dark)), new float[] {bias + 2.5f, -bias - 2.5f});
    }

    /** Whether it is as loud as this one, or five decibels quieter, which is below what is heard. */
    private static ExplainedModel loudOrQuiet(Recording faint) {
        var loud = new float[BANDS * FRAMES];
        Arrays.fill(loud, 0.002f);
        float bias = 0.002f * loud.length * 5;
        for (float value : faint.inputs().getFirst()) {
            bias -= 0.002f * value;
        }
        return ToyModel.of(network(BANDS * FRAMES), beside(loud, negative(loud)), new float[] {bias, -bias});
    }

    /** Whether the mean of the pitches is below 64 or above. */
    private static ExplainedModel lowOrHigh() {
        var low = new float[100];
        Arrays.fill(low, -0.02f);
        return ToyModel.of(
                new Network("toy", new Shape(100, 1), List.of(new Flatten(), new FullyConnected(2))),
                beside(low, negative(low)),
                new float[] {2 * 64, -2 * 64});
    }

    private static Network network(int inputs) {
        return new Network("toy", new Shape(1, BANDS, inputs / BANDS), List.of(new Flatten(), new FullyConnected(2)));
    }

    /** Triads of half a second about middle C, and a drum between them that is not read. */
    private static Score chords() {
        var notes = new ArrayList<Note>();
        for (int chord = 0; chord < 40; chord++) {
            for (int pitch : new int[] {55, 60, 64}) {
                notes.add(new Note(chord * 0.5, 0.4, pitch + chord % 3, 80, 0, 0));
            }
            notes.add(new Note(chord * 0.5 + 0.25, 0.1, 38, 80, Note.PERCUSSION_CHANNEL, 0));
        }
        return new Score(notes, 20);
    }

    private static float[] negative(float... values) {
        var negative = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            negative[i] = -values[i];
        }
        return negative;
    }

    private static float[] beside(float[] first, float[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
