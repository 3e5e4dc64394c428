package io.timbre.explain.auralisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Artifact;
import io.timbre.explain.answer.Method;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Question;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.Piece;
import io.timbre.explain.subject.Recording;
import io.timbre.explain.subject.ToyModel;
import io.timbre.networks.table.Convolution;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Relu;
import io.timbre.networks.table.Size;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.signal.Audio;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.frontend.LogMel;
import io.timbre.signal.frontend.Notes;
import io.timbre.signal.frontend.UnusableAudioException;
import io.timbre.signal.score.Score;
import io.timbre.signal.spectrum.Stft;
import io.timbre.signal.spectrum.StftParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuralisationTest {
    private static final LogMel FRONT_END = LogMel.standard();
    private static final int RATE_HZ = FRONT_END.sampleRateHz();
    private static final double[] CENTRES_HZ = FRONT_END.bandCentresHz();
    private static final double LOW_HZ = 900;
    private static final double HIGH_HZ = 1200;

    /** Two kernels over all bands: one takes those from 900 to 1200 Hz, the other those above 5 kHz. */
    private static final Network NETWORK = new Network(
            "bands",
            new Shape(1, 128, 87),
            List.of(
                    Convolution.valid(2, new Size(128, 1), Size.square(1)),
                    new Relu(),
                    new Flatten(),
                    new FullyConnected(2)));

    /** Of one model and one sound: each question is answered once, as that takes seconds. */
    private static final Map<Question, Answer> ANSWERS = new HashMap<>();

    @TempDir
    private Path folder;

    @Test
    void isTheSoundItselfWhereTheMaskIsAllOnes() throws Exception {
        var recording = noiseAndTone();
        var original = Segments.of(recording);
        var ones = new float[128 * 87];
        Arrays.fill(ones, 1);
        var heard = decoded(
                Artifact.wav("heard.wav", original.masked(List.of(ones, ones)).audio()));
        var samples = original.audio().samples();

        double signal = 0;
        double noise = 0;
        for (int i = 0; i < samples.length; i++) {
            signal += samples[i] * samples[i];
            noise += Math.pow(samples[i] - heard[i], 2);
        }
        assertThat(10 * Math.log10(signal / noise)).isGreaterThan(40);
    }

    @Test
    void letsOneHearTheBandThatTheFeatureHears() throws Exception {
        try (var model = bands()) {
            var answer = answer(model, feature(0));
            var heard = decoded(artifact(answer, "conv1-0.wav"));

            assertThat(share(heard, LOW_HZ, HIGH_HZ)).as("feature 0").isBetween(0.8, 1.0);
            assertThat(share(original(), LOW_HZ, HIGH_HZ)).as("original").isLessThan(0.1);
            assertThat(share(decoded(artifact(answer(model, feature(1)), "conv1-1.wav")), 4800, RATE_HZ / 2.0))
                    .as("feature 1")
                    .isBetween(0.8, 1.0);
        }
    }

    @Test
    void isAsLongAndAsLoudAsTheOriginal() throws Exception {
        try (var model = bands()) {
            var answer = answer(model, feature(0));
            var original = decoded(artifact(answer, "original.wav"));
            var heard = decoded(artifact(answer, "conv1-0.wav"));

            assertThat(heard).hasSameSizeAs(original).hasSize(2 * FRONT_END.segmentSamples());
            assertThat(10 * Math.log10(energy(heard) / energy(original))).isCloseTo(0, within(0.1));
        }
    }

    @Test
    void keepsTheActivationOfTheFeatureAndNotThatOfTheOther() {
        try (var model = bands()) {
            var answer = answer(model, feature(0));

            assertThat(answer.quality().passed()).isTrue();
            assertThat(answer.quality().checks())
                    .filteredOn(check -> check.name().equals("activation-kept"))
                    .allSatisfy(check -> assertThat(check.value()).isGreaterThan(0.9));
            assertThat(answer.quality().checks())
                    .filteredOn(check -> check.name().equals("others-kept"))
                    .allSatisfy(check -> assertThat(check.value()).isLessThan(0.3));
        }
    }

    @Test
    void choosesTheStrongestFirst() {
        try (var model = bands()) {
            assertThat(answer(model, Question.of(Method.AURALISATION)).words().getFirst())
                    .startsWith("conv1 feature 1");
        }
    }

    @Test
    void putsAllOfItsFilesAndNoOthersOnItsPage() {
        try (var model = bands()) {
            var answer = answer(model, Question.of(Method.AURALISATION));
            var page = new String(artifact(answer, "index.html").bytes(), StandardCharsets.UTF_8);
            var shown = Pattern.compile("src=\"([^\"]+)\"")
                    .matcher(page)
                    .results()
                    .map(match -> match.group(1))
                    .toList();

            assertThat(answer.artifacts())
                    .extracting(Artifact::name)
                    .filteredOn(name -> !name.equals("index.html"))
                    .containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    @Test
    void saysThatAScoreHasNoSound() {
        var piece = new Piece(new Score(List.of(), 1), Notes.standard(), new float[100]);
        try (var model = bands()) {
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() ->
                            new Auralisation().answer(model, piece, Question.of(Method.AURALISATION), Progress.UNHEARD))
                    .extracting(RejectedException::reason)
                    .isEqualTo(Reason.NOT_APPLICABLE);
        }
    }

    /** What lies above -60 dB is heard. */
    private static ExplainedModel bands() {
        var kernels = new float[2 * 128];
        var biases = new float[2];
        for (int band = 0; band < 128; band++) {
            kernels[band] = CENTRES_HZ[band] > LOW_HZ && CENTRES_HZ[band] < HIGH_HZ ? 1 : 0;
            kernels[128 + band] = CENTRES_HZ[band] > 5000 ? 1 : 0;
            biases[0] += 60 * kernels[band];
            biases[1] += 60 * kernels[128 + band];
        }
        return ToyModel.of(NETWORK, kernels, biases, new float[2 * 2 * 87], new float[2]);
    }

    private static Question feature(int feature) {
        return new Question(
                Method.AURALISATION,
                Question.of(Method.AURALISATION).genre(),
                Question.of(Method.AURALISATION).layer(),
                OptionalInt.of(feature));
    }

    private static Answer answer(ExplainedModel model, Question question) {
        return ANSWERS.computeIfAbsent(
                question, asked -> new Auralisation().answer(model, noiseAndTone(), asked, Progress.UNHEARD));
    }

    /** White noise, and a tone of 3 kHz that is louder than all of it. */
    private static Recording noiseAndTone() {
        var random = new Random(1);
        var samples = new float[2 * FRONT_END.segmentSamples()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.05 * random.nextGaussian() + 0.2 * Math.sin(2 * Math.PI * 3000 * i / RATE_HZ));
        }
        try {
            return Recording.of(new Audio(samples, RATE_HZ), FRONT_END);
        } catch (UnusableAudioException e) {
            throw new AssertionError(e);
        }
    }

    private static float[] original() {
        return noiseAndTone().audio().samples();
    }

    private static Artifact artifact(Answer answer, String name) {
        return answer.artifacts().stream()
                .filter(artifact -> artifact.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private float[] decoded(Artifact wav) throws Exception {
        var file = Files.write(folder.resolve(wav.name()), wav.bytes());
        return new AudioDecoder(new DecodeLimits(Duration.ofMinutes(1)))
                .decode(file, RATE_HZ)
                .audio()
                .samples();
    }

    private static double energy(float[] samples) {
        double energy = 0;
        for (float sample : samples) {
            energy += sample * sample;
        }
        return energy;
    }

    /** Of the energy, what lies between two frequencies. */
    private static double share(float[] samples, double lowHz, double highHz) {
        var power = new Stft(StftParameters.centred(4096, 1024)).power(samples);
        double within = 0;
        double all = 0;
        for (int bin = 0; bin < power.bands(); bin++) {
            double hz = bin * RATE_HZ / 4096.0;
            for (int frame = 0; frame < power.frames(); frame++) {
                all += power.at(bin, frame);
                within += hz >= lowHz && hz <= highHz ? power.at(bin, frame) : 0;
            }
        }
        return within / all;
    }
}
