package io.timbre.trainer.data;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The words of CAL500 in their order. Emotions come in pairs such as {@code Emotion-Sad} and {@code NOT-Emotion-Sad}: a
 * song may have one of them, or neither where listeners do not agree.
 */
final class TagVocabulary {

    private static final String EMOTION = "Emotion-";
    private static final String NOT = "NOT-";

    private final List<String> words;
    private final List<String> emotions;

    TagVocabulary(List<String> words) {
        this.words = List.copyOf(words);
        this.emotions = words.stream().filter(word -> word.startsWith(EMOTION)).toList();
        for (var emotion : emotions) {
            if (!words.contains(NOT + emotion)) {
                throw new IllegalArgumentException("the vocabulary must hold " + NOT + emotion + " too");
            }
        }
    }

    List<String> words() {
        return words;
    }

    List<String> emotions() {
        return emotions;
    }

    float[] emotionTargets(float[] tags) {
        return anEmotion(emotion -> has(tags, emotion));
    }

    /** 1 where it is known whether a song has the emotion. */
    float[] emotionWeights(float[] tags) {
        return anEmotion(emotion -> has(tags, emotion) + has(tags, NOT + emotion));
    }

    private float[] anEmotion(ToDoubleFunction<String> value) {
        var values = new float[emotions.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) value.applyAsDouble(emotions.get(i));
        }
        return values;
    }

    private float has(float[] tags, String word) {
        return tags[words.indexOf(word)];
    }
}
