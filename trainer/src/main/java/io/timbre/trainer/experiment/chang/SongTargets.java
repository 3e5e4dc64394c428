package io.timbre.trainer.experiment.chang;

import io.timbre.trainer.data.Cal500;
import io.timbre.trainer.data.Dataset;

/** What a network is asked to say of a song. */
enum SongTargets {
    /** The 18 emotions; those of which nobody knows whether the song has them count nothing. */
    MASKED {
        @Override
        Dataset dataset(Cal500 songs) {
            return songs.emotions();
        }
    },
    /** The 18 emotions; a song has not got what nobody says it has. */
    UNKNOWN_IS_NO {
        @Override
        Dataset dataset(Cal500 songs) {
            return songs.emotionsWithoutMask();
        }
    },
    /** All words but the rarest, an emotion and its opposite as two of them. */
    ALL_TAGS {
        @Override
        Dataset dataset(Cal500 songs) {
            return songs.tags();
        }
    };

    abstract Dataset dataset(Cal500 songs);
}
