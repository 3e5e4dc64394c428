package io.timbre.cli.explanation;

import io.timbre.explain.Explainer;
import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Method;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Question;
import io.timbre.explain.attribute.AttributeStudy;
import io.timbre.explain.subject.Recording;
import io.timbre.explain.subject.SubjectReader;
import io.timbre.networks.gradient.DifferentiableModel;
import io.timbre.networks.model.Champion;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.frontend.FrontEnds;
import io.timbre.signal.picture.Look;
import io.timbre.signal.picture.Png;
import io.timbre.trainer.champion.WilsonInterval;
import io.timbre.trainer.experiment.Experiment;
import io.timbre.trainer.experiment.ExperimentSettings;
import io.timbre.trainer.experiment.Report;
import io.timbre.trainer.experiment.Section;
import io.timbre.trainer.experiment.Section.Comparison;
import io.timbre.trainer.experiment.Section.Figure;
import io.timbre.trainer.experiment.Section.Picture;
import io.timbre.trainer.experiment.Section.Row;
import io.timbre.trainer.experiment.Section.Text;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * What the explanations of the model that ships are worth: whether counterfactuals flip, whether maps pass their sanity
 * checks, what sound loses on its way through a spectrogram; on tracks and artists that the model never met.
 */
public final class ExplanationStudy implements Experiment {
    private static final int TRACKS = 50;
    private static final int QUICK_TRACKS = 2;
    private static final List<Method> MAPS =
            List.of(Method.SALIENCY, Method.SMOOTHGRAD, Method.GRADIENT_X_INPUT, Method.INTEGRATED_GRADIENTS);
    private static final int FEATURES = 16;
    private static final int QUICK_FEATURES = 2;
    private static final String ATTRIBUTES = """
            Choi's Section 4.2: the 224 model signals through the network, the strongest features of each convolution walked \
            back to the input; mean and deviation, over the features, of the correlation between signals that differ in one \
            attribute alone. Onsets: the correlation over time with the onset strength of tunes made of the signals, beside \
            that of other tunes.

            """;
    private static final double BAND_FROM_HZ = 500;
    private static final double BAND_TO_HZ = 2_000;
    private static final String PROTOCOL = "test tracks of the fault-filtered split, no artist trained on";
    private static final String READING = """
            One recording a track, the longest there is, of 2 to 20 s. Counterfactuals ask for the runner-up, the \
            genre with the second largest posterior, then for the genre with the least; a flip in the sound is one \
            that holds when the WAV file is decoded and classified again. A map passes if hiding and showing what it \
            points at does more to the posterior than hiding and showing parts at random, and if it changes when the \
            weights are randomised. Intervals of shares are Wilson's.
            """;

    @Override
    public String name() {
        return "explanations";
    }

    @Override
    public String description() {
        return "what explanations are worth: flips, sanity checks, sound through a spectrogram";
    }

    @Override
    public Report run(ExperimentSettings settings) throws IOException {
        int count = settings.quick() ? QUICK_TRACKS : TRACKS;
        var tracks = HeldOut.draw(settings.data(), count, settings.seed());
        var decoder = new AudioDecoder(new DecodeLimits(Duration.ofMinutes(20)));
        try (var explainer = Explainer.of(Champion.checkpoint(), decoder)) {
            var sections = new ArrayList<Section>();
            sections.add(new Text("How to read it", READING));
            sections.add(new Comparison("Counterfactuals", flips(explainer, tracks)));
            sections.add(new Comparison("Maps that may be believed", maps(explainer, tracks)));
            sections.add(new Comparison(
                    "Sound", sound(recordings(SubjectReader.of(explainer.model(), decoder), tracks))));
            sections.addAll(attributes(settings.quick() ? QUICK_FEATURES : FEATURES));
            return new Report(
                    name(),
                    "What explanations are worth",
                    "%d tracks of GTZAN, %s; %s"
                            .formatted(
                                    tracks.size(), PROTOCOL, explainer.model().version()),
                    sections);
        }
    }

    private static List<Row> flips(Explainer explainer, List<HeldOut> tracks) throws IOException {
        var runnerUp = Asked.of(explainer, Question.of(Method.COUNTERFACTUAL), tracks);
        var farthest = runnerUp.andThen(explainer, ExplanationStudy::leastLikely, tracks);
        var rows = new ArrayList<Row>();
        rows.addAll(flips("to the runner-up", runnerUp, tracks.size()));
        rows.addAll(flips("to the least likely genre", farthest, tracks.size()));
        return rows;
    }

    /** What would make it the genre that it was furthest from. */
    private static Question leastLikely(Answer answer) {
        if (!(answer.findings().get("posteriors_before") instanceof Map<?, ?> posteriors)) {
            throw new IllegalStateException("no posteriors in " + answer.findings());
        }
        var least = posteriors.entrySet().stream()
                .min(Comparator.comparingDouble(entry -> ((Number) entry.getValue()).doubleValue()))
                .orElseThrow();
        return Question.of(Method.COUNTERFACTUAL).about(String.valueOf(least.getKey()));
    }

    private static List<Row> flips(String where, Asked asked, int tracks) {
        var size = Map.of(
                "median change (dB, root mean square)",
                median(asked.values("distance-rms")),
                "median share of cells changed by more than 1 dB (%)",
                100 * median(asked.values("sparsity")));
        return List.of(
                row(where + ", as the model sees it", share(asked.passed("flips"), tracks), size),
                row(where + ", in the sound", share(asked.passed("flips-again-from-file"), tracks), Map.of()),
                row(
                        where + ", in the sound, and by no random change of the size",
                        share(asked.believable(), tracks),
                        Map.of()));
    }

    private static List<Row> maps(Explainer explainer, List<HeldOut> tracks) throws IOException {
        var rows = new ArrayList<Row>();
        for (var method : MAPS) {
            var asked = Asked.of(explainer, Question.of(method), tracks);
            rows.add(row(
                    method.label(),
                    share(asked.believable(), tracks.size()),
                    Map.of(
                            "median gain over random hiding", median(asked.values("hiding-gain")),
                            "passes hiding (%)", 100.0 * asked.passed("hiding-gain") / tracks.size(),
                            "median similarity once all weights are random",
                                    median(asked.values("similarity-randomised")),
                            "passes randomisation (%)", 100.0 * asked.passed("similarity-randomised") / tracks.size(),
                            "median max-sensitivity", median(asked.values("max-sensitivity")),
                            "median infidelity share", median(asked.values("infidelity-share")))));
        }
        return rows;
    }

    private static List<Row> sound(List<Recording> recordings) throws IOException {
        var noises = new ArrayList<Double>();
        var changed = new ArrayList<Double>();
        var shares = new ArrayList<Double>();
        for (var recording : recordings) {
            noises.add(RoundTrip.signalToNoise(recording));
            changed.add(100 * RoundTrip.changedSamples(recording));
            shares.add(100 * RoundTrip.energyShare(recording, BAND_FROM_HZ, BAND_TO_HZ));
        }
        return List.of(
                row("signal to noise, mask of ones", ofAll(noises, "dB"), extremes(noises)),
                row("samples of its file that are others than the recording's", ofAll(changed, "%"), extremes(changed)),
                row("energy within 500 to 2,000 Hz under a mask of that band", ofAll(shares, "%"), extremes(shares)));
    }

    private static List<Section> attributes(int features) {
        var checkpoint = Champion.checkpoint();
        try (var network = DifferentiableModel.of(checkpoint.network(), checkpoint.parameters())) {
            var table = AttributeStudy.of(network, FrontEnds.served(), features, Progress.UNHEARD);
            var look = Look.page();
            return List.of(
                    new Text("Key, chord and instrument", ATTRIBUTES + table.markdown()),
                    new Picture(
                            "What a layer does not follow",
                            "attributes.png",
                            Png.encode(table.curves().draw(look)),
                            "Near 1: what is deconvolved stays the same where that attribute changes."),
                    new Text("What Choi et al. found", String.join("\n\n", table.verdicts())));
        }
    }

    private static List<Recording> recordings(SubjectReader reader, List<HeldOut> tracks) throws IOException {
        var recordings = new ArrayList<Recording>();
        for (var track : tracks) {
            if (reader.read(track.file()) instanceof Recording recording) {
                recordings.add(recording);
            }
        }
        return recordings;
    }

    private static Row row(String what, Figure figure, Map<String, Double> details) {
        return new Row(what, PROTOCOL, true, OptionalDouble.empty(), figure, "", details);
    }

    private static Figure share(int hits, int of) {
        var interval = WilsonInterval.of(hits, of);
        return new Figure(100.0 * hits / of, "%", 100 * interval.low(), 100 * interval.high(), of);
    }

    private static Figure ofAll(List<Double> values, String unit) {
        return Figure.of(median(doubles(values)), unit, values.size());
    }

    private static Map<String, Double> extremes(List<Double> values) {
        var all = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return Map.of("least", all.getMin(), "greatest", all.getMax());
    }

    private static double median(double... values) {
        return new Median().evaluate(values);
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
