package io.timbre.embedded;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JVM to be started, with the {@code java} that runs this one.
 *
 * @param starter what starts {@code java} by becoming it, such as {@code nice}; nothing as a rule
 * @param options flags of the JVM and system properties, as on a command line
 * @param environment what is added to this process' environment
 */
public record JavaCommand(
        List<String> starter,
        List<String> options,
        List<Path> classPath,
        String mainClass,
        List<String> arguments,
        Map<String, String> environment) {

    public JavaCommand {
        starter = List.copyOf(starter);
        options = List.copyOf(options);
        classPath = List.copyOf(classPath);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    public JavaCommand(
            List<String> options,
            List<Path> classPath,
            String mainClass,
            List<String> arguments,
            Map<String, String> environment) {
        this(List.of(), options, classPath, mainClass, arguments, environment);
    }

    /** The same, started by another program. */
    public JavaCommand startedBy(List<String> program) {
        return new JavaCommand(program, options, classPath, mainClass, arguments, environment);
    }

    public JavaCommand withOptions(List<String> more) {
        var all = Stream.concat(options.stream(), more.stream()).toList();
        return new JavaCommand(starter, all, classPath, mainClass, arguments, environment);
    }

    /** {@code java} and all that follows, {@linkplain Leash on a leash}. */
    public List<String> line() {
        var line = new ArrayList<>(starter);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.add("-cp");
        line.add(leashedClassPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        line.add(Leash.class.getName());
        line.add(mainClass);
        line.addAll(arguments);
        return line;
    }

    /** All that the JVM loads from: the leash, then {@link #classPath}. */
    public List<Path> leashedClassPath() {
        return Stream.concat(Stream.of(homeOf(Leash.class)), classPath.stream()).toList();
    }

    /** The jar or folder that a class was loaded from. */
    static Path homeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
