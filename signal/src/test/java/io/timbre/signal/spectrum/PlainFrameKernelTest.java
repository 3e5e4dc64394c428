package io.timbre.signal.spectrum;

class PlainFrameKernelTest extends FrameKernelContract {
    @Override
    FrameKernel kernel(StftParameters parameters) {
        return new PlainFrameKernel(parameters);
    }
}
