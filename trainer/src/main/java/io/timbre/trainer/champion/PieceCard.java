package io.timbre.trainer.champion;

import io.timbre.networks.model.ModelDescription;
import io.timbre.networks.table.Network;
import io.timbre.networks.table.NetworkTable;
import java.util.Locale;

/**
 * Tells people what a model of scores is, how well it does, and what not to use it for.
 *
 * @see "M. Mitchell et al., Model Cards for Model Reporting, FAT* 2019"
 */
final class PieceCard {

    private static final String TEMPLATE = """
            # %s

            Says which of two genres a score is of, %s, from the pitches of its first hundred notes: Stephen's network, here
            to be explained rather than believed.

            ## Model

            - Network `%s`, %,d parameters, on `%s` (notes x numbers a note; MIDI pitches, not scaled).
            - Front end fingerprint `%s`.
            - One logit for two classes: a softmax of its negative half and its half, over the temperature %.3f. Below a
              confidence of %.3f the genre is `unknown`.

            %s
            ## How well it does

            | Pieces | n | Right | Accuracy | 95 %% interval (Wilson) | Mean recall | NLL, nats | Unknown |
            |---|---|---|---|---|---|---|---|
            %s
            %s

            Always naming the larger class would be right for %.1f %% of the test pieces. The validation pieces chose epoch,
            temperature and threshold, so their figures flatter the model; the test pieces had no say in anything. No file,
            no near-duplicate, no title and no artist stands in two parts, as far as names of files and notes tell. The paper
            gives accuracies on the data that it trained with.

            | Genre | Test pieces | Right | Recall |
            |---|---|---|---|
            %s

            Confusion on the test pieces (rows: label, columns: best class):

            %s

            ## Training data

            %s. Pieces: %s. Each class counted as much as the other.

            Settings: %s.

            To train it again: `%s` (one OpenMP thread; the same machine then gives the same bytes).

            ## Limits

            - Genres, weights of classes and seed were chosen on the validation pieces among eight variants, once electronic against jazz
              had done no better on its test pieces than its larger class, and some of those jazz pieces are test pieces here too.
            - It reads pitches in their order and nothing else: no rhythm, no instruments, no drums.
            - The collections differ in more than genre: part of what it has learnt may be whose file it is.
            - The weights may be used freely; the scores are not part of this project.
            """;

    private PieceCard() {}

    @SuppressWarnings("InlineFormatString") // the card reads better in one piece
    static String of(ModelDescription model, Network network) {
        return String.format(
                Locale.ROOT,
                TEMPLATE,
                model.version(),
                String.join(" or ", model.classes()),
                model.network(),
                network.parameterCount(),
                model.frontEnd().name(),
                model.frontEnd().fingerprint(),
                model.calibration().temperature(),
                model.calibration().unknownBelow(),
                NetworkTable.of(network),
                ModelCard.row("test", model.test()),
                ModelCard.row("validation", model.validation()),
                100 * largestShare(model),
                ModelCard.recalls(model.test()),
                ModelCard.confusion(model),
                model.training().data(),
                ModelCard.entries(model.training().tracks()),
                ModelCard.entries(model.training().settings()),
                model.training().command());
    }

    private static double largestShare(ModelDescription model) {
        return model.test().classes().stream()
                        .mapToDouble(genre -> genre.tracks())
                        .max()
                        .orElseThrow()
                / model.test().tracks();
    }
}
