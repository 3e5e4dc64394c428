package io.timbre.signal.spectrum;

class VectorBandKernelTest extends BandKernelContract {
    @Override
    BandKernel kernel() {
        return new VectorBandKernel();
    }
}
