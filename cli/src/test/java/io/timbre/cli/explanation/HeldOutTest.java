package io.timbre.cli.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeldOutTest {
    @TempDir
    Path data;

    @BeforeEach
    void make() throws IOException {
        split("train", "jazz/jazz.00000.wav");
        split("valid", "jazz/jazz.00001.wav");
        split("test", "jazz/jazz.00002.wav", "jazz/jazz.00003.wav", "jazz/jazz.00004.wav", "rock/rock.00002.wav");
        var index = Files.createDirectories(data.resolve("gtzan_index/metadata/sturm2013faults"));
        Files.createFile(index.resolve("GTZANindex.txt"));
        for (int i = 0; i < 5; i++) {
            recording("clips_2-3s_flac/jazz/jazz.0000" + i + ".flac", 10);
        }
        recording("clips_2-3s_flac/rock/rock.00002.flac", 10);
        recording("first_15-20s_flac/rock/rock.00002.flac", 100);
    }

    @Test
    void drawsTestTracksFromAllGenresInTurnAndTheLongestRecordingOfEach() throws Exception {
        var drawn = HeldOut.draw(data, 3, 1);

        assertThat(drawn)
                .extracting(HeldOut::track)
                .hasSize(3)
                .doesNotHaveDuplicates()
                .contains("rock.00002");
        assertThat(drawn).extracting(HeldOut::track).isSubsetOf("jazz.00002", "jazz.00003", "jazz.00004", "rock.00002");
        assertThat(drawn)
                .extracting(HeldOut::file)
                .contains(data.resolve("gtzan_audio/first_15-20s_flac/rock/rock.00002.flac"));
    }

    @Test
    void drawsTheSameForTheSameSeedAndAllThereIsWhereMoreIsAsked() throws Exception {
        assertThat(HeldOut.draw(data, 2, 7)).isEqualTo(HeldOut.draw(data, 2, 7));
        assertThat(HeldOut.draw(data, 50, 1)).hasSize(4);
    }

    private void split(String part, String... tracks) throws IOException {
        var folder = Files.createDirectories(data.resolve("gtzan_index/split/sturm2013faults"));
        Files.write(folder.resolve(part + "_filtered.txt"), List.of(tracks));
    }

    private void recording(String name, int bytes) throws IOException {
        var file = data.resolve("gtzan_audio").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[bytes]);
    }
}
