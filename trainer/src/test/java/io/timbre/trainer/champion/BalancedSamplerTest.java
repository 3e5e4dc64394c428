package io.timbre.trainer.champion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BalancedSamplerTest {

    private static final List<Renditions> TRACKS = List.of(
            Tracks.blank("a1", 0),
            Tracks.blank("a2", 0),
            Tracks.blank("a3", 0),
            Tracks.blank("a4", 0),
            Tracks.blank("c1", 2));

    @Test
    void drawsEachGenreEquallyOftenAndEachTrackOfAGenreToo() {
        // two genres have tracks (the second of three has none): 16 draws are 8 of each, 2 of each of four tracks
        assertThat(drawn(16, 1)).isEqualTo(Map.of("a1", 2, "a2", 2, "a3", 2, "a4", 2, "c1", 8));
    }

    @Test
    void theSameSeedDrawsTheSameTracks() {
        assertThat(order(1)).isEqualTo(order(1)).isNotEqualTo(order(2));
    }

    private static Map<String, Integer> drawn(int draws, long seed) {
        var sampler = new BalancedSampler(TRACKS, 3, new Random(seed));
        var counts = new HashMap<String, Integer>();
        for (int i = 0; i < draws; i++) {
            counts.merge(sampler.next().id(), 1, Integer::sum);
        }
        return counts;
    }

    private static List<String> order(long seed) {
        var sampler = new BalancedSampler(TRACKS, 3, new Random(seed));
        return Stream.generate(sampler::next).limit(20).map(Renditions::id).toList();
    }
}
