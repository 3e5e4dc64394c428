package io.timbre.trainer.drift;

import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.avro.ArrivedTrack;
import java.util.List;

/** What is observed of tracks that came in. */
final class Observations {
    private Observations() {}

    /** @throws RejectedException if the record contradicts its model */
    static Observation of(ArrivedTrack track, ChampionReference reference) {
        try {
            return reference
                    .observer(track.getEmbedding().size())
                    .observe(
                            track.getTrackId(),
                            track.getGenre(),
                            array(track.getPosteriors()),
                            array(track.getEmbedding()));
        } catch (IllegalArgumentException e) {
            throw new RejectedException(Reason.MALFORMED_RECORD, String.valueOf(e.getMessage()), e);
        }
    }

    private static float[] array(List<Float> values) {
        var array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
