package io.timbre.cli;

import io.timbre.cli.image.Base;
import io.timbre.cli.image.ServiceImage;
import io.timbre.cli.image.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code timbre images}: the services as images that a cluster runs, without a container engine. */
@Command(
        name = "images",
        description = "Builds container images of the services as tar files, without Docker.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class ImagesCommand implements Callable<Integer> {
    static final String VERSION = "0.1.0";
    /** What images get whose base has none. */
    private static final Path JAVA = Path.of(System.getProperty("java.home"));
    /** As a Java's file {@code release} says what it is for; natives and bases here are for nothing else. */
    private static final List<String> IMAGES_RUN = List.of("OS_NAME=\"Linux\"", "OS_ARCH=\"x86_64\"", "LIBC=\"gnu\"");

    @Parameters(
            arity = "0..*",
            paramLabel = "SERVICE",
            converter = ServiceByLabel.class,
            showDefaultValue = Visibility.NEVER,
            description = "Those to build, such as inference; all that the variant is for if none is named.")
    private List<Service> services = List.of();

    @Option(
            names = "--variant",
            converter = VariantByLabel.class,
            showDefaultValue = Visibility.NEVER,
            description = "What it computes with instead of MXNet on the CPU: onnxruntime, onnxruntime-cuda, pytorch,"
                    + " pytorch-cuda or mxnet-cu112. Other engines than MXNet come from Maven"
                    + " Central, those with CUDA 0.5 to 2.5 GB large; onnxruntime is for inference alone.")
    private Variant variant = Variant.PLAIN;

    @Option(
            names = "--base",
            paramLabel = "IMAGE",
            description =
                    "Another base: an image with Java 25, such an image as a .tar, or scratch for no base at all.")
    private @Nullable String base;

    @Option(names = "--out", description = "Where the tar files go.", defaultValue = "${sys:timbre.home}/target/images")
    private Path out = Path.of("");

    @Option(names = "--home", hidden = true, defaultValue = "${sys:timbre.home}")
    private Path home = Path.of("");

    private final Narrator narrator = new Narrator(System.err);

    @Override
    public Integer call() throws IOException, InterruptedException {
        for (var service : services.isEmpty() ? servicesOf(variant) : services) {
            if (!servicesOf(variant).contains(service)) {
                throw new CommandFailedException(
                        service.label() + " has no variant " + variant.label() + ": it computes with no such engine");
            }
            var built = build(service);
            narrator.say(built.tag() + ", " + Files.size(built.tar()) / 1_000_000 + " MB: " + built.tar());
            System.out.println(built.tag() + " " + built.digest());
        }
        return 0;
    }

    private ServiceImage.Built build(Service service) throws IOException, InterruptedException {
        var under = base == null ? variant.base() : new Base(base, !base.equals("scratch"));
        if (!under.hasJava()) {
            requireRunsInImages(JAVA);
        }
        var image = image(service);
        try {
            return image.build(under, VERSION, out, home.resolve("target/jib"));
        } catch (IOException failure) {
            throw new CommandFailedException(
                    "cannot build " + image.tag(VERSION) + " on " + under.name() + ": "
                            + failure.getMessage() + ". Where its registry cannot be reached, give another base:"
                            + " --base IMAGE, --base FILE.tar (from docker save or skopeo), or --base scratch for the layers alone");
        }
    }

    private ServiceImage image(Service service) {
        var app = home.resolve(service.label()).resolve("target/quarkus-app");
        return new ServiceImage(
                service.label(),
                app,
                engine().stream().toList(),
                JAVA,
                Parts.imageOptions(service),
                variant,
                new Ports(8080).of(service));
    }

    /** @throws CommandFailedException if a Java is for other machines than images run on */
    static void requireRunsInImages(Path java) throws IOException {
        if (!Files.readAllLines(java.resolve("release")).containsAll(IMAGES_RUN)) {
            throw new CommandFailedException(
                    "a base without a Java gets the one at " + java
                            + ", which is not for Linux on x86-64 with glibc: build on such a machine, or give a base that has Java 25");
        }
    }

    /** {@code inference}. */
    static final class ServiceByLabel implements ITypeConverter<Service> {
        @Override
        public Service convert(String label) {
            return Stream.of(Service.values())
                    .filter(service -> service.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no service " + label));
        }
    }

    /** {@code onnxruntime-cuda}. */
    static final class VariantByLabel implements ITypeConverter<Variant> {
        @Override
        public Variant convert(String label) {
            return Stream.of(Variant.values())
                    .filter(variant -> variant.label().equals(label))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no variant " + label));
        }
    }

    /** Where {@code ./timbre} has put the variant's jars. */
    private Optional<Path> engine() {
        if (variant == Variant.PLAIN) {
            return Optional.empty();
        }
        var folder = home.resolve("engines/target").resolve(variant.label());
        if (!Files.isDirectory(folder)) {
            throw new CommandFailedException("there is no " + folder + ": start through ./timbre, which fetches it");
        }
        return Optional.of(folder);
    }

    /** ONNX Runtime gives no gradients, and ingest and features compute no networks. */
    static List<Service> servicesOf(Variant variant) {
        return switch (variant) {
            case PLAIN -> List.of(Service.values());
            case ONNXRUNTIME, ONNXRUNTIME_CUDA -> List.of(Service.INFERENCE);
            case MXNET_CU112, PYTORCH, PYTORCH_CUDA -> List.of(Service.INFERENCE, Service.EXPLAIN, Service.TRAINER);
        };
    }
}
