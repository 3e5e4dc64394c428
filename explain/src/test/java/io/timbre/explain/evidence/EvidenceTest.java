package io.timbre.explain.evidence;

import static org.assertj.core.api.Assertions.assertThat;
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
import io.timbre.explain.subject.Subject;
import io.timbre.explain.subject.ToyModel;
import io.timbre.explain.trust.Randomisation;
import io.timbre.signal.Audio;
import io.timbre.signal.frontend.LogMel;
import io.timbre.signal.frontend.LogMelParameters;
import io.timbre.signal.frontend.Notes;
import io.timbre.signal.score.Note;
import io.timbre.signal.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final int RATE_HZ = 8000;
    private static final int BANDS = 16;
    private static final int FRAMES = 63;

    /** Segments of 0.992 s, each in two spans. */
    private static final LogMel FRONT_END =
            new LogMel(new LogMelParameters(RATE_HZ, 256, 128, BANDS, 0, 4000, 1e-10, FRAMES - 1, 16, 120, 30));

    private static final Question WHERE = Question.of(Method.SEGMENTS).about("b");

    @Test
    void findsTheSecondThatIsBright() throws Exception {
        try (var model = bright()) {
            var answer = answer(model, brightFrom(6));

            assertThat(strongestSpan(answer).get("start_seconds")).isBetween(5.9, 6.6);
            assertThat((double) answer.findings().get("strongest_start_seconds"))
                    .isBetween(3.9, 6.1);
            assertThat((double) answer.findings().get("strongest_end_seconds")).isBetween(6.9, 9.1);
            assertThat(answer.quality().warning()).isEmpty();
        }
    }

    @Test
    void cutsOutThreeSeconds() throws Exception {
        try (var model = bright()) {
            var answer = answer(model, brightFrom(6));
            assertThat(answer.artifacts())
                    .extracting(Artifact::name)
                    .containsExactly("evidence.png", "posteriors.png", "strongest.wav");
            // 16 bits a sample, and a header
            assertThat((double) answer.artifacts().getLast().bytes().length)
                    .isCloseTo(2.0 * 3 * RATE_HZ, within(200.0));
        }
    }

    @Test
    void aPartsWeightIsWhatItAddsToTheLogOdds() throws Exception {
        try (var model = ToyModel.linear(new Shape(4, 1), new float[4], new float[] {1, 2, 3, 4})) {
            var occlusion = new Occlusion(model, 1, List.of(new float[] {1, 1, 1, 1}), new float[4]);
            var spans = List.of(new Span(0, 0, 1, 0, 1), new Span(0, 1, 4, 1, 4));
            // log odds are b - a = x . (1, 2, 3, 4)
            assertThat(occlusion.weights(spans, Progress.UNHEARD)).containsExactly(new double[] {1, 9}, within(1e-6));
            assertThat(occlusion.weight(spans)).isCloseTo(10, within(1e-6));
        }
    }

    @Test
    void saysInItsFirstLineThatNoSecondCounts() throws Exception {
        try (var deaf =
                ToyModel.linear(new Shape(1, BANDS, FRAMES), new float[BANDS * FRAMES], new float[BANDS * FRAMES])) {
            assertThat(answer(deaf, brightFrom(6)).lines().getFirst())
                    .startsWith("Do not believe this explanation: ")
                    .contains("Hiding as many seconds elsewhere");
        }
    }

    @Test
    void doesNotBelieveWhatIsStrongerThanTheMeanAndWeakerThanMost() {
        try (var model = ToyModel.linear(new Shape(4, 1), new float[4], new float[] {1, 2, 3, -10})) {
            var occlusion = new Occlusion(model, 1, List.of(new float[] {1, 1, 1, 1}), new float[4]);
            var stretches = IntStream.range(0, 4)
                    .mapToObj(i -> new Stretch(3 * i, List.of(new Span(0, i, i + 1, 3 * i, 3 * i + 3))))
                    .toList();

            // 1 against 2, 3 and -10: more than their mean, and than one of three
            var checks = new Others(occlusion, stretches.getFirst(), stretches).checks(Progress.UNHEARD);
            assertThat(checks.getLast().value()).isCloseTo(1.0 / 3, within(1e-6));
            assertThat(checks.getLast().failure()).isPresent();
            // 3 against 1, 2 and -10
            checks = new Others(occlusion, stretches.get(2), stretches).checks(Progress.UNHEARD);
            assertThat(checks.getLast().failure()).isEmpty();
        }
    }

    @Test
    void findsOutWeightsThatAreOfTheSoundAndNotOfTheNetwork() throws Exception {
        try (var model = bright()) {
            var recording = brightFrom(6);
            var occlusion = new Occlusion(model, 1, recording.inputs(), new float[BANDS * FRAMES]);
            var spans = new HeardRecording(recording).spans();
            try (var forgetful = Randomisation.forgetful(model)) {
                var ofAny = new Occlusion(forgetful, 1, occlusion.inputs(), occlusion.fill())
                        .weights(spans, Progress.UNHEARD);
                assertThat(new Trial(occlusion, spans, ofAny).checks(Progress.UNHEARD))
                        .singleElement()
                        .satisfies(check -> assertThat(check.value()).isEqualTo(1))
                        .satisfies(check -> assertThat(check.failure()).isPresent());
            }
        }
    }

    @Test
    void saysThatTooFewSecondsWereNotTested() throws Exception {
        try (var model = bright()) {
            var recording = brightFrom(6);
            var start = new Audio(Arrays.copyOf(recording.audio().samples(), 3 * RATE_HZ), RATE_HZ);

            assertThat(answer(model, Recording.of(start, FRONT_END)).words())
                    .anyMatch(line -> line.startsWith("Not tested, for the track is too short"));
            assertThat(answer(model, recording).words()).noneMatch(line -> line.startsWith("Not tested"));
        }
    }

    @Test
    void tellsPosteriorsApartThatAreNearlyTheSame() {
        try (var model = ToyModel.linear(new Shape(4, 1), new float[4], new float[4])) {
            var spans = List.of(new Span(0, 0, 4, 0, 3));
            var timeline = new Timeline(model, 0, spans, new double[1], new float[1][2]);

            assertThat(timeline.words(new Stretch(0, spans), 0.2140, 0.2090).getFirst())
                    .endsWith("the posterior is 20.9 % instead of 21.4 %.");
            assertThat(timeline.words(new Stretch(0, spans), 0.21, 0.11).getFirst())
                    .endsWith("the posterior is 11 % instead of 21 %.");
        }
    }

    @Test
    void findsTheNotesThatAreHigh() throws Exception {
        var high = new float[100];
        Arrays.fill(high, 0.01f);
        try (var model = ToyModel.linear(new Shape(100, 1), new float[100], high)) {
            var answer = answer(model, Piece.of(highFrom(60), Notes.standard()));

            assertThat(strongestSpan(answer).get("start_seconds")).isCloseTo(60 * 0.25, within(1e-6));
            assertThat(answer.artifacts()).extracting(Artifact::name).containsExactly("evidence.png", "strongest.wav");
        }
    }

    private static Answer answer(ExplainedModel model, Subject subject) {
        return new Evidence().answer(model, subject, WHERE, Progress.UNHEARD);
    }

    @SuppressWarnings("unchecked") // as the answer has it
    private static Map<String, Double> strongestSpan(Answer answer) {
        return ((List<Map<String, Double>>) answer.findings().get("evidence"))
                .stream()
                        .max((one, other) -> Double.compare(one.get("weight"), other.get("weight")))
                        .orElseThrow();
    }

    /** Class b if the upper half of the bands is loud. */
    private static ExplainedModel bright() {
        var upper = new float[BANDS * FRAMES];
        Arrays.fill(upper, upper.length / 2, upper.length, 1e-4f);
        return ToyModel.linear(new Shape(1, BANDS, FRAMES), new float[BANDS * FRAMES], upper);
    }

    /** Ten seconds of faint noise, one of them louder. */
    private static Recording brightFrom(int second) throws Exception {
        var random = new Random(1);
        var samples = new float[10 * RATE_HZ];
        for (int i = 0; i < samples.length; i++) {
            double level = i / RATE_HZ == second ? 0.1 : 0.01;
            samples[i] = (float) (level * random.nextGaussian());
        }
        return Recording.of(new Audio(samples, RATE_HZ), FRONT_END);
    }

    /** A tune of four notes a second, ten of them high. */
    private static Score highFrom(int first) {
        var notes = new ArrayList<Note>();
        for (int i = 0; i < 120; i++) {
            int pitch = i >= first && i < first + 10 ? 90 : 60 + i % 5;
            notes.add(new Note(i * 0.25, 0.2, pitch, 80, 0, 0));
        }
        return new Score(notes, 30);
    }
}
