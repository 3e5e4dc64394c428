package io.timbre.signal.spectrum;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vectors that this machine is best at: 16 floats with AVX-512, 8 with AVX2, 4 with NEON.
 *
 * <p>Products are never added by {@code fma}: where the machine has no such instruction it takes seconds a track, and
 * where it has one nothing is gained, for loads and stores are what takes the time. So the bits are the same whatever
 * the width of the vectors.
 *
 * <p>A vector must never be passed to a method too large to be inlined: it would be boxed, and all be slower than
 * without vectors. These methods are small enough.
 */
final class Lanes {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int COUNT = SPECIES.length();

    private Lanes() {}

    static FloatVector load(float[] from, int at) {
        return FloatVector.fromArray(SPECIES, from, at);
    }

    /** Only the first lanes, so many as are live; the others are zero. */
    static FloatVector load(float[] from, int at, int live) {
        return live < COUNT
                ? FloatVector.fromArray(SPECIES, from, at, SPECIES.indexInRange(0, live))
                : FloatVector.fromArray(SPECIES, from, at);
    }

    /** Only the first lanes, so many as are live. */
    static void store(FloatVector values, float[] to, int at, int live) {
        if (live < COUNT) {
            values.intoArray(to, at, SPECIES.indexInRange(0, live));
        } else {
            values.intoArray(to, at);
        }
    }

    static FloatVector broadcast(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
