package io.timbre.trainer.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * Which sounds are cut from one recording. Where two share a word of their fingerprints, or one that differs in a single
 * bit, they are laid upon each other there; they are alike if little differs over at least 1.5 s.
 */
final class AudioNearDuplicates {

    /** 1.5 s: what is alike for less may be a loop or a chord. */
    private static final int LEAST_OVERLAP = 128;

    /** Strangers of {@link #LEAST_OVERLAP} differ in half of the bits, give or take 2.3 %. */
    private static final double MOST_ERRORS = 0.30;

    private final List<AudioFingerprint> sounds;
    private final DisjointSets alike;
    private final Map<Integer, List<Place>> places = new HashMap<>();

    private AudioNearDuplicates(List<AudioFingerprint> sounds) {
        this.sounds = sounds;
        this.alike = new DisjointSets(sounds.size());
    }

    private record Place(int sound, int frame) {}

    /**
     * The examples, each with the {@link Grouping#FINGERPRINT} group of its track, called after the first track in it.
     *
     * @param fingerprints of all their tracks, by {@link Grouping#TRACK}
     */
    static List<Example> grouped(List<Example> examples, SequencedMap<String, AudioFingerprint> fingerprints) {
        var tracks = List.copyOf(fingerprints.sequencedKeySet());
        var alike = firstAlike(List.copyOf(fingerprints.sequencedValues()));
        var groups = new HashMap<String, String>();
        for (int i = 0; i < alike.length; i++) {
            groups.put(tracks.get(i), tracks.get(alike[i]));
        }
        return examples.stream()
                .map(example -> example.inGroup(
                        Grouping.FINGERPRINT,
                        Objects.requireNonNull(groups.get(example.groups().get(Grouping.TRACK)))))
                .toList();
    }

    /** For each sound, the first of those that it is like, directly or through others: itself where there are none before. */
    static int[] firstAlike(List<AudioFingerprint> sounds) {
        var duplicates = new AudioNearDuplicates(List.copyOf(sounds));
        for (int sound = 0; sound < sounds.size(); sound++) {
            duplicates.compareWithEarlier(sound);
            duplicates.remember(sound);
        }
        return IntStream.range(0, sounds.size()).map(duplicates.alike::leader).toArray();
    }

    private void compareWithEarlier(int sound) {
        var fingerprint = sounds.get(sound);
        for (int frame = 0; frame < fingerprint.length(); frame++) {
            int word = fingerprint.word(frame);
            compareAt(word, sound, frame);
            for (int bit = 0; bit < Integer.SIZE; bit++) {
                compareAt(word ^ 1 << bit, sound, frame);
            }
        }
    }

    private void compareAt(int word, int sound, int frame) {
        for (var place : places.getOrDefault(word, List.of())) {
            if (alike.leader(sound) != alike.leader(place.sound)
                    && fits(sounds.get(place.sound), sounds.get(sound), place.frame - frame)) {
                alike.join(sound, place.sound);
            }
        }
    }

    private static boolean fits(AudioFingerprint one, AudioFingerprint other, int offset) {
        return one.overlap(other, offset) >= LEAST_OVERLAP && one.bitErrorRate(other, offset) <= MOST_ERRORS;
    }

    private void remember(int sound) {
        var fingerprint = sounds.get(sound);
        for (int frame = 0; frame < fingerprint.length(); frame++) {
            // silence, where nothing grows, says nothing
            if (fingerprint.word(frame) != 0) {
                places.computeIfAbsent(fingerprint.word(frame), none -> new ArrayList<>())
                        .add(new Place(sound, frame));
            }
        }
    }
}
