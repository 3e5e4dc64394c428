package io.timbre.trainer.fit;

import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.Prediction;
import java.util.List;
import java.util.Map;

/**
 * What came of fitting a network to a split.
 *
 * @param parameters of the best epoch by validation loss; of the last where there is no validation part
 * @param bestEpoch from 1
 * @param predictions of the examples of each part with those parameters, in the order of the split
 */
@SuppressWarnings("ArrayRecordComponent") // handed on and never compared
public record FitResult(
        byte[] parameters, int bestEpoch, List<EpochFigures> epochs, Map<Part, List<Prediction>> predictions) {}
