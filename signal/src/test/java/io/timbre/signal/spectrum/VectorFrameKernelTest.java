package io.timbre.signal.spectrum;

class VectorFrameKernelTest extends FrameKernelContract {
    @Override
    FrameKernel kernel(StftParameters parameters) {
        return new VectorFrameKernel(parameters);
    }
}
