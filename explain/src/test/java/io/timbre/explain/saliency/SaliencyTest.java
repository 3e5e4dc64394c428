package io.timbre.explain.saliency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.types.Shape;
import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Artifact;
import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Method;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Question;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.ExplanationMethod;
import io.timbre.explain.subject.Piece;
import io.timbre.explain.subject.Recording;
import io.timbre.explain.subject.Subject;
import io.timbre.explain.subject.ToyModel;
import io.timbre.networks.table.Flatten;
import io.timbre.networks.table.FullyConnected;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.Standardisation;
import io.timbre.networks.zoo.Zoo;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.signal.Audio;
import io.timbre.signal.frontend.LogMel;
import io.timbre.signal.frontend.LogMelParameters;
import io.timbre.signal.frontend.Notes;
import io.timbre.signal.score.Note;
import io.timbre.signal.score.Score;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SaliencyTest {

    private static final Question WHY = Question.of(Method.SALIENCY);
    /** Segments of 2 s of 16 bands, of which the seventh has its middle at 996 Hz. */
    private static final LogMel FRONT_END =
            new LogMel(new LogMelParameters(8000, 512, 400, 16, 0, 4000, 1e-10, 40, 16, 120, 30));

    private static final int BANDS = 16;
    private static final int FRAMES = 41;
    private static final int BAND = 6;
    private static final float MEAN_DECIBELS = -25;

    @Test
    void namesTheOctaveAndTheSecondsThatALinearModelHangsOn() throws Exception {
        var answer = answer(Saliency.byGradientTimesInput(), louder(), WHY.about("b"));

        assertThat(answer.words().getFirst()).startsWith("What speaks most for 'b' lies at 500 Hz to 1000 Hz (+");
        assertThat(answer.words().getFirst()).contains(", and in seconds 2 to 4 (+");
        assertThat(answer.findings()).containsEntry("genre", "b").containsEntry("reading", "contribution");
        assertThat(answer.artifacts())
                .extracting(Artifact::name)
                .containsExactly("saliency.png", "strongest-segment.png", "over-time.png", "over-frequency.png");
    }

    @Test
    void sumsToTheLogitOfEachSegmentOfALinearModel() throws Exception {
        var recording = louder();
        try (var model = hearing()) {
            var answer = Saliency.byIntegratedGradients().answer(model, recording, WHY.about("b"), Progress.UNHEARD);

            var logits = model.logits(recording.inputs()); // of the mean of the training data it is 0
            for (int i = 0; i < 3; i++) {
                assertThat((double) segments(answer).get(i).get("sum")).isCloseTo(logits[i][1], within(1e-6));
            }
            assertThat(answer.quality().checks())
                    .filteredOn(check -> check.name().equals("completeness-error-share"))
                    .singleElement()
                    .satisfies(check -> assertThat(check.value()).isCloseTo(0, within(1e-6)))
                    .satisfies(check -> assertThat(check.failure()).isEmpty());
            assertThat((double) answer.findings().get("logit"))
                    .isCloseTo((logits[0][1] + logits[1][1] + logits[2][1]) / 3, within(1e-6));
        }
    }

    @Test
    void explainsTheDecisionUnlessAnotherGenreIsAskedFor() throws Exception {
        var answer = answer(Saliency.byGradient(), louder(), WHY);

        assertThat(answer.findings()).containsEntry("genre", "a"); // its logit is 0, that of b below
        assertThat(answer.words()).anyMatch(line -> line.startsWith("The model gives 'a' "));
    }

    @Test
    void refusesAGenreThatTheModelDoesNotKnow() {
        assertThatThrownBy(() -> answer(Saliency.byGradient(), louder(), WHY.about("polka")))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        rejected -> assertThat(rejected.reason()).isEqualTo(Reason.UNKNOWN_GENRE));
    }

    @Test
    void stopsWhenItIsToldTo() throws Exception {
        var recording = louder();
        try (var model = hearing()) {
            assertThatThrownBy(() -> Saliency.bySmoothGrad().answer(model, recording, WHY, share -> {
                        if (share > 0.15) {
                            throw new IllegalStateException("stop at " + share);
                        }
                    }))
                    .hasMessageStartingWith("stop at 0.1");
        }
    }

    @Test
    void stopsWithinAStepOfItsScrutiny() throws Exception {
        var recording = louder();
        var shares = new ArrayList<Double>();
        try (var model = hearing()) {
            assertThat(Saliency.bySmoothGrad()
                            .answer(model, recording, WHY, shares::add)
                            .words())
                    .isNotEmpty();
        }
        // each of three maps again for the network that has forgotten, beside the step itself
        double last =
                shares.stream().filter(share -> share < 1).max(Double::compare).orElseThrow();
        assertThat(shares).filteredOn(share -> share == last).hasSizeGreaterThanOrEqualTo(4);
        assertThat(shares).isSorted();
    }

    @Test
    void drawsPicturesOfTheWholeTrack() throws Exception {
        for (var artifact : answer(Saliency.byGradient(), louder(), WHY).artifacts()) {
            var picture = ImageIO.read(new ByteArrayInputStream(artifact.bytes()));
            assertThat(picture.getWidth()).isEqualTo(1200);
        }
    }

    @Test
    void givesTheSameBytesAgain() throws Exception {
        var first = answer(Saliency.bySmoothGrad(), louder(), WHY);
        var second = answer(Saliency.bySmoothGrad(), louder(), WHY);

        assertThat(second.findings()).isEqualTo(first.findings());
        for (int i = 0; i < first.artifacts().size(); i++) {
            assertThat(second.artifacts().get(i).bytes())
                    .isEqualTo(first.artifacts().get(i).bytes());
        }
    }

    @Test
    void weighsEachNoteOfAPiece() throws Exception {
        var weights = new float[100];
        weights[3] = 0.5f;
        weights[42] = -2;
        var piece = Piece.of(scale(), Notes.standard());
        try (var model = ToyModel.linear(new Shape(100, 1), new float[100], weights)) {
            var answer = Saliency.byGradient().answer(model, piece, WHY.about("b"), Progress.UNHEARD);

            var notes = notes(answer);
            assertThat(notes).hasSize(100);
            assertThat((double) notes.get(3).get("weight")).isCloseTo(0.5, within(1e-6));
            assertThat((double) notes.get(42).get("weight")).isCloseTo(2, within(1e-6));
            assertThat(answer.words().getFirst())
                    .isEqualTo("The model's 'b' hangs most on notes 41 to 50, seconds 20.0 to 24.5 (80 %),"
                            + " and on C5 to B5 (80 %).");
            assertThat(answer.artifacts())
                    .extracting(Artifact::name)
                    .containsExactly("piano-roll.png", "over-time.png", "over-pitch.png");
        }
    }

    @Test
    void addsUpNotesFromTheMeanPitch() throws Exception {
        var weights = new float[100];
        weights[42] = -2;
        var piece = Piece.of(scale(), Notes.standard());
        try (var model = ToyModel.linear(new Shape(100, 1), new float[100], weights)) {
            var answer = Saliency.byIntegratedGradients().answer(model, piece, WHY.about("b"), Progress.UNHEARD);

            double mean = 0;
            for (float pitch : piece.input()) {
                mean += pitch / 100.0;
            }
            assertThat((double) notes(answer).get(42).get("weight"))
                    .isCloseTo(-2 * (piece.input()[42] - mean), within(1e-6));
        }
    }

    @Test
    void asksForAScoreWithOneLogitForTwoClasses() throws Exception {
        var network = Zoo.network("stephen-rnn-2", 2);
        var piece = Piece.of(scale(), Notes.standard());
        try (var model = ToyModel.seeded(network, 1)) {
            var answer = Saliency.byIntegratedGradients().answer(model, piece, WHY.about("b"), Progress.UNHEARD);

            assertThat(answer.quality().checks())
                    .extracting(Check::name)
                    .contains("hiding-gain", "similarity-randomised");
            assertThat(notes(answer)).hasSize(100);
        }
    }

    private static Answer answer(ExplanationMethod method, Subject subject, Question question) {
        try (var model = hearing()) {
            return method.answer(model, subject, question, Progress.UNHEARD);
        }
    }

    /**
     * The logit of {@code b} is by how many dB one band is above the mean of the training data;
     * that of {@code a} is 0.
     */
    private static ExplainedModel hearing() {
        var network = new Network(
                "hearing",
                new Shape(1, BANDS, FRAMES),
                List.of(new Standardisation(), new Flatten(), new FullyConnected(2)));
        var means = new float[BANDS];
        Arrays.fill(means, MEAN_DECIBELS);
        var scales = new float[BANDS];
        Arrays.fill(scales, 1);
        var weights = new float[2 * BANDS * FRAMES];
        for (int frame = 0; frame < FRAMES; frame++) {
            weights[(BANDS + BAND) * FRAMES + frame] = 1f / FRAMES;
        }
        return ToyModel.of(network, means, scales, weights, new float[2]);
    }

    /** 6 s of noise, whose second third has a tone in that band. */
    private static Recording louder() throws Exception {
        var random = new Random(1);
        var samples = new float[3 * FRONT_END.segmentSamples()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.01 * random.nextGaussian());
            if (i / FRONT_END.segmentSamples() == 1) {
                samples[i] += (float) (0.1 * Math.sin(2 * Math.PI * FRONT_END.bandCentresHz()[BAND] * i / 8000));
            }
        }
        return Recording.of(new Audio(samples, 8000), FRONT_END);
    }

    /** 120 notes, two a second, up from C2 to B6 again and again. */
    private static Score scale() {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            notes.add(new Note(0.5 * i, 0.4, 36 + i % 60, 80, 0, 0));
        }
        return new Score(notes, 60);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> segments(Answer answer) {
        return (List<Map<String, Object>>) answer.findings().get("segments");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> notes(Answer answer) {
        return (List<Map<String, Object>>) answer.findings().get("notes");
    }
}
