package io.timbre.inference;

import io.timbre.networks.model.ModelDescription;
import io.timbre.networks.model.TrackPrediction;

/** What a model made of a track, and which model that was. */
record Decision(ModelDescription model, TrackPrediction prediction) {}
