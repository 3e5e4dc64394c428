package io.timbre.signal.spectrum;

class PlainBandKernelTest extends BandKernelContract {
    @Override
    BandKernel kernel() {
        return new PlainBandKernel();
    }
}
