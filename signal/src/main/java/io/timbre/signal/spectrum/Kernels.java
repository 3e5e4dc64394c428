package io.timbre.signal.spectrum;

/**
 * Chooses between kernels on the Vector API and their plain twins, once for the life of the JVM, so that the same sound
 * gives the same bits all along. The Vector API is there if the JVM was started with
 * {@code --add-modules jdk.incubator.vector}; without it no class that needs it is ever loaded.
 */
final class Kernels {
    static final boolean VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private Kernels() {}

    static FrameKernel frames(StftParameters parameters) {
        boolean powerOfTwo = Integer.bitCount(parameters.fftSize()) == 1;
        return VECTORS && powerOfTwo ? new VectorFrameKernel(parameters) : new PlainFrameKernel(parameters);
    }

    static BandKernel bands() {
        return VECTORS ? new VectorBandKernel() : new PlainBandKernel();
    }
}
