package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GtzanCorpusTest {

    @Test
    void gathersTheRecordingsOfATrackAndLeavesOutWhatTheSplitLeavesOut(@TempDir Path data) throws IOException {
        write(data, "gtzan_index/split/sturm2013faults/train_filtered.txt", "blues/blues.00001.wav\n");
        write(data, "gtzan_index/split/sturm2013faults/valid_filtered.txt", "rock/rock.00001.wav\n");
        write(data, "gtzan_index/split/sturm2013faults/test_filtered.txt", "rock/rock.00009.wav\n");
        write(data, "gtzan_index/metadata/sturm2013faults/GTZANindex.txt", "");
        write(data, "gtzan_audio/clips_2-3s_flac/blues/blues.00001.flac", "");
        write(data, "gtzan_audio/first_15-20s_flac/blues/blues.00001.flac", "");
        write(data, "gtzan_audio/first_15-20s_flac/blues/blues.00077.flac", "");
        write(data, "gtzan_audio/clips_2-3s_flac/rock/rock.00001.flac", "");
        write(data, "gtzan_audio/full_30s/blues/blues.00001.mp3", "");

        var audio = data.resolve("gtzan_audio");
        assertThat(GtzanCorpus.tracks(data))
                .containsExactly(
                        new TrackFiles(
                                "blues.00001",
                                "blues",
                                Part.TRAINING,
                                List.of(
                                        audio.resolve("clips_2-3s_flac/blues/blues.00001.flac"),
                                        audio.resolve("first_15-20s_flac/blues/blues.00001.flac"))),
                        new TrackFiles(
                                "rock.00001",
                                "rock",
                                Part.VALIDATION,
                                List.of(audio.resolve("clips_2-3s_flac/rock/rock.00001.flac"))));
    }

    @Test
    void theRealSplitHasTenGenresToTrainOnAndLeaksNothing() throws IOException {
        // GtzanSplit refuses leaks of tracks and artists, so reading it is half of the test
        var tracks = GtzanCorpus.tracks(RealData.folder());

        assertThat(tracks).doesNotHaveDuplicates().extracting(TrackFiles::id).doesNotHaveDuplicates();
        assertThat(tracks.stream()
                        .filter(track -> track.part() == Part.TRAINING)
                        .map(TrackFiles::genre)
                        .distinct())
                .hasSize(10);
        assertThat(tracks).extracting(TrackFiles::part).contains(Part.values());
    }

    private static void write(Path data, String path, String text) throws IOException {
        var file = data.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
