package io.timbre.networks.zoo;

import ai.djl.ndarray.types.Shape;
import io.timbre.networks.table.Network;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/**
 * The networks by name, each for the input that its paper gave it. A new one is one description and one line in its map
 * here. Variants, such as other counts of kernels or other lengths, come from the papers' own classes.
 */
public final class Zoo {

    private static final int GTZAN_GENRES = 10;
    private static final int EMOTIONS = 18;

    private static final Map<String, Entry> CLASSIFIERS = new TreeMap<>(Map.ofEntries(
            Map.entry("short-chunk-cnn", oneOf(GTZAN_GENRES, ShortChunkCnn::network)),
            Map.entry(GaborMlp.NAME, oneOf(GTZAN_GENRES, GaborMlp::network)),
            Map.entry("stephen-rnn-1", oneOf(2, Stephen::iteration1)),
            Map.entry("stephen-rnn-2", oneOf(2, Stephen::iteration2)),
            Map.entry("stephen-rnn-3", oneOf(2, Stephen::iteration3)),
            Map.entry("choi-cnn", oneOf(3, Choi::cnn)),
            Map.entry("chang-mlp", oneOf(11, classes -> Chang.mlp(Chang.DESCRIPTORS, classes))),
            Map.entry("chang-mlp-lstm", anyOf(EMOTIONS, Chang::mlpLstm)),
            Map.entry("chang-cnn-lstm", anyOf(EMOTIONS, Chang::cnnLstm)),
            Map.entry("vanmieghem-dense", vanMieghems(VanMieghem::dense)),
            Map.entry("vanmieghem-rnn-tanh", vanMieghems(VanMieghem::rnnTanh)),
            Map.entry("vanmieghem-rnn-relu", vanMieghems(VanMieghem::rnnRelu)),
            Map.entry("vanmieghem-cnn", vanMieghems((bands, classes) -> VanMieghem.cnn(bands, 32, 32, classes))),
            Map.entry("vanmieghem-combined", vanMieghems(VanMieghem::combined)),
            Map.entry("lee-lstm", oneOf(GTZAN_GENRES, classes -> Lee.lstm(Lee.FRAMES, classes)))));

    private static final Map<String, IntFunction<Network>> ADVERSARIES = new TreeMap<>(Map.of(
            "lee-generator", classes -> Lee.generator(Lee.FRAMES),
            "lee-discriminator", classes -> Lee.discriminator(Lee.FRAMES),
            "lee-conditional-generator", classes -> Lee.conditionalGenerator(Lee.FRAMES, classes),
            "lee-conditional-discriminator", classes -> Lee.conditionalDiscriminator(Lee.FRAMES, classes)));

    private Zoo() {}

    /**
     * The network of this name: a classifier with as many logits as there are classes (of Stephen's, one logit for two
     * classes), or half of a generative pair, which takes a class as one of so many where it takes one.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Network network(String name, int classes) {
        return Optional.ofNullable(CLASSIFIERS.get(name))
                .map(Entry::network)
                .or(() -> Optional.ofNullable(ADVERSARIES.get(name)))
                .orElseThrow(() -> unknown(names(), name))
                .apply(classes);
    }

    /**
     * The network that is trained to become the one of this name, or one of its members: see {@link
     * io.timbre.networks.export.Merging}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Network trainee(String name, int classes) {
        return name.equals(GaborMlp.NAME) ? GaborMlp.trainee(classes) : network(name, classes);
    }

    /** How many trainees stand side by side in the network of this name. */
    public static int members(String name) {
        return name.equals(GaborMlp.NAME) ? GaborMlp.MEMBERS : 1;
    }

    /**
     * The classifier of this name for as many classes as its paper tells apart.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Classifier classifier(String name) {
        var entry = Optional.ofNullable(CLASSIFIERS.get(name)).orElseThrow(() -> unknown(classifiers(), name));
        return new Classifier(entry.network().apply(entry.classes()), entry.classes(), entry.exclusive());
    }

    /** The names that {@link #network} knows. */
    public static Set<String> names() {
        var names = new TreeSet<>(CLASSIFIERS.keySet());
        names.addAll(ADVERSARIES.keySet());
        return names;
    }

    /** The names of those that give a logit a class. */
    public static Set<String> classifiers() {
        return CLASSIFIERS.keySet();
    }

    private static IllegalArgumentException unknown(Set<String> names, String name) {
        return new IllegalArgumentException("network must be one of " + names + ": was " + name);
    }

    private record Entry(int classes, boolean exclusive, IntFunction<Network> network) {}

    private static Entry oneOf(int classes, IntFunction<Network> network) {
        return new Entry(classes, true, network);
    }

    private static Entry anyOf(int classes, IntFunction<Network> network) {
        return new Entry(classes, false, network);
    }

    private static Entry vanMieghems(BiFunction<Shape, Integer, Network> network) {
        return oneOf(6, classes -> network.apply(VanMieghem.THREE_SECONDS, classes));
    }
}
