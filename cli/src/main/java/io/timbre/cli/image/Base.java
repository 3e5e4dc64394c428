package io.timbre.cli.image;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What the layers of an image lie upon.
 *
 * @param name of an image in a registry, the path of an image as a tar file, or {@code scratch} for nothing at all
 * @param hasJava whether it brings Java 25; else the image gets a Java of its own
 */
public record Base(String name, boolean hasJava) {
    static final Base JAVA = new Base("eclipse-temurin:25-jre", true);
    /** No image of CUDA has a Java. */
    static final Base CUDA_11 = new Base("nvidia/cuda:11.2.2-cudnn8-runtime-ubuntu20.04", false);

    static final Base CUDA_12 = new Base("nvidia/cuda:12.8.1-cudnn-runtime-ubuntu24.04", false);

    private static final String NOTHING = "scratch";
    private static final Pattern TAR = Pattern.compile(".*\\.tar(\\.gz)?");

    /** @throws IllegalArgumentException if the name is none of an image */
    JibContainerBuilder begin() {
        try {
            if (name.equals(NOTHING)) {
                return Jib.fromScratch();
            }
            return TAR.matcher(name).matches()
                    ? Jib.from(TarImage.at(Path.of(name)))
                    : Jib.from(RegistryImage.named(ImageReference.parse(name)));
        } catch (InvalidImageReferenceException e) {
            throw new IllegalArgumentException("base must be an image, a tar file or scratch: was " + name, e);
        }
    }
}
