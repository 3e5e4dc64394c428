package io.timbre.networks.export;

import ai.djl.ndarray.types.Shape;

/** An array of a trained layer, row-major. */
@SuppressWarnings("ArrayRecordComponent") // read once and never compared
record Weight(Shape shape, float[] values) {}
