package io.timbre.networks.zoo;

import io.timbre.networks.table.Network;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/**
 * The networks by name, each for the input that its paper gave it. A new one is one description and one line in its map
 * here. Variants, such as other counts of kernels or other lengths, come from the papers' own classes.
 */
public final class Zoo {

    private static final Map<String, IntFunction<Network>> CLASSIFIERS = new TreeMap<>(Map.ofEntries(
            Map.entry("short-chunk-cnn", ShortChunkCnn::network),
            Map.entry("stephen-rnn-1", Stephen::iteration1),
            Map.entry("stephen-rnn-2", Stephen::iteration2),
            Map.entry("stephen-rnn-3", Stephen::iteration3),
            Map.entry("choi-cnn", Choi::cnn),
            Map.entry("chang-mlp", classes -> Chang.mlp(Chang.DESCRIPTORS, classes)),
            Map.entry("chang-mlp-lstm", Chang::mlpLstm),
            Map.entry("chang-cnn-lstm", Chang::cnnLstm),
            Map.entry("vanmieghem-dense", classes -> VanMieghem.dense(VanMieghem.THREE_SECONDS, classes)),
            Map.entry("vanmieghem-rnn-tanh", classes -> VanMieghem.rnnTanh(VanMieghem.THREE_SECONDS, classes)),
            Map.entry("vanmieghem-rnn-relu", classes -> VanMieghem.rnnRelu(VanMieghem.THREE_SECONDS, classes)),
            Map.entry("vanmieghem-cnn", classes -> VanMieghem.cnn(VanMieghem.THREE_SECONDS, 32, 32, classes)),
            Map.entry("vanmieghem-combined", classes -> VanMieghem.combined(VanMieghem.THREE_SECONDS, classes)),
            Map.entry("lee-lstm", classes -> Lee.lstm(Lee.FRAMES, classes))));

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
                .or(() -> Optional.ofNullable(ADVERSARIES.get(name)))
                .orElseThrow(() -> new IllegalArgumentException("network must be one of " + names() + ": was " + name))
                .apply(classes);
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
}
