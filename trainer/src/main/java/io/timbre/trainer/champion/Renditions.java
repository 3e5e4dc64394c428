package io.timbre.trainer.champion;

import java.util.List;

/**
 * A track in many ways: segments of it, some of them changed, as the fixed layers of a network give them.
 *
 * @param vectors at least one, all of one length
 */
record Renditions(String id, int label, List<float[]> vectors) {}
