package io.timbre.trainer.learning;

import io.timbre.networks.model.Checkpoint;
import java.nio.file.Path;

/** Makes a challenger of a model. */
@FunctionalInterface
interface Teacher {

    /**
     * Trains on, from the parent's weights. The same parent, tracks and lesson give the same checkpoint, byte for byte.
     *
     * @param state folder that is written now and then, and gone on from
     * @param stages told of each epoch
     * @throws IllegalArgumentException if the state is of another training, or a part has no track
     */
    Checkpoint teach(Checkpoint parent, SplitTracks tracks, Lesson lesson, Path state, Stages stages);
}
