package io.timbre.explain.attribute;

import io.timbre.explain.answer.Answer;
import io.timbre.explain.answer.Artifact;
import io.timbre.explain.answer.Check;
import io.timbre.explain.answer.Progress;
import io.timbre.explain.answer.Quality;
import io.timbre.explain.answer.Question;
import io.timbre.explain.subject.ExplainedModel;
import io.timbre.explain.subject.ExplanationMethod;
import io.timbre.explain.subject.Recording;
import io.timbre.explain.subject.Subject;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.signal.picture.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The {@link AttributeStudy} as an answer: about the model, whatever the track. */
public final class Attributes implements ExplanationMethod {

    private static final int FEATURES_A_LAYER = 4;
    private static final int BAR_PIXELS = 24;
    private static final int AXES_PIXELS = 90;

    @Override
    public Answer answer(ExplainedModel model, Subject subject, Question question, Progress progress) {
        if (!(subject instanceof Recording recording)) {
            throw new RejectedException(
                    Reason.NOT_APPLICABLE, "the model signals are sounds, and this model hears none");
        }
        var table = AttributeStudy.of(model.network(), recording.frontEnd(), FEATURES_A_LAYER, progress);
        var chois = ChoisFindings.of(table);
        var words = new ArrayList<String>();
        words.add(
                "This is of the model, whatever the track: whether what Choi et al. found in theirs shows in it, by the "
                        + FEATURES_A_LAYER + " strongest features of each convolution.");
        words.addAll(table.verdicts());
        var findings = Map.<String, Object>of(
                "layers",
                table.rows().stream().map(AttributeRow::finding).toList(),
                "choi",
                chois.finding(),
                "table",
                table.markdown());
        return new Answer(words, findings, quality(table), pictures(table));
    }

    private static List<Artifact> pictures(AttributeTable table) {
        var look = Look.page();
        var deviations = table.deviations();
        int height = AXES_PIXELS + BAR_PIXELS * deviations.bars().size();
        return List.of(
                Artifact.png("attributes.png", table.curves().draw(look)),
                Artifact.png("deviations.png", deviations.draw(look.sized(look.width(), height))));
    }

    /** How far the means may be trusted. */
    private static Quality quality(AttributeTable table) {
        double widest = 0;
        int fewest = Integer.MAX_VALUE;
        for (var row : table.layers()) {
            for (var spread : row.correlations().values()) {
                widest = Math.max(widest, spread.margin());
                fewest = Math.min(fewest, spread.count());
            }
        }
        return Quality.of(
                Check.figure("widest-margin", widest),
                Check.gate(
                        "features-a-layer",
                        fewest,
                        fewest >= 2,
                        "A layer has fewer than two features that respond to the model signals, so nothing is known of how"
                                + " features differ."));
    }
}
