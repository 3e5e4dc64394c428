package io.timbre.cli.image;

import java.util.Locale;

/** What an image computes with: the jars of {@code engines/pom.xml} that it adds, and the base that these need. */
public enum Variant {
    /** MXNet on the CPU: what every image has. */
    PLAIN(Base.JAVA),
    /** MXNet's last build for CUDA, for cards up to Ampere, in the place of the other. */
    MXNET_CU112(Base.CUDA_11),
    ONNXRUNTIME(Base.JAVA),
    ONNXRUNTIME_CUDA(Base.CUDA_12),
    PYTORCH(Base.JAVA),
    /** PyTorch's jars bring CUDA themselves. */
    PYTORCH_CUDA(Base.JAVA);

    private final Base base;

    Variant(Base base) {
        this.base = base;
    }

    /** As in tags and in {@code engines/pom.xml}: {@code onnxruntime-cuda}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What comes behind the version in a tag. */
    String suffix() {
        return this == PLAIN ? "" : "-" + label();
    }

    /** As {@code timbre.engine} names it. */
    String engine() {
        return this == PLAIN ? "mxnet" : label().replaceAll("-.*", "");
    }

    /** Whether it goes without a library of the services, since it brings another in its place. */
    boolean replaces(String jar) {
        return this == MXNET_CU112 && jar.contains("mxnet-native-mkl");
    }

    /** The base that it is built on where no other is named. */
    public Base base() {
        return base;
    }
}
