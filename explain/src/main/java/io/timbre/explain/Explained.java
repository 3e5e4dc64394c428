package io.timbre.explain;

import io.timbre.explain.featuremap.FeatureLayers;
import io.timbre.networks.model.ModelDescription;

/**
 * The model whose decisions can be asked about.
 *
 * @param layers of its network
 */
record Explained(ModelDescription model, FeatureLayers layers) {}
