package io.timbre.trainer.champion;

import static org.assertj.core.api.Assertions.assertThat;

import io.timbre.trainer.champion.Corpus.Track;
import io.timbre.trainer.data.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {

    /** Twelve tracks of each of two genres, by six artists each. */
    private static final List<Track> TRACKS = IntStream.range(0, 24)
            .mapToObj(i -> new Track(
                    "track " + i, "artist " + i / 2, i / 12, Part.TRAINING, List.of(new Strip(new float[1], 1))))
            .toList();

    @Test
    void holdEachTrackBackOnceAndEachArtistTogether() {
        var folds = Folds.of(TRACKS, List.of("jazz", "rock"), 3, 1);

        assertThat(folds).hasSize(3);
        var all = new HashSet<String>();
        folds.forEach(fold -> fold.forEach(id -> assertThat(all.add(id)).isTrue()));
        assertThat(all).hasSize(TRACKS.size());
        for (var track : TRACKS) {
            assertThat(foldsWith(track.group(), folds)).isEqualTo(1);
        }
    }

    private static long foldsWith(String group, List<Set<String>> folds) {
        return folds.stream()
                .filter(fold ->
                        TRACKS.stream().anyMatch(track -> track.group().equals(group) && fold.contains(track.id())))
                .count();
    }
}
