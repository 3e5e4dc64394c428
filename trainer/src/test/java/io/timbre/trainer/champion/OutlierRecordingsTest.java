package io.timbre.trainer.champion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutlierRecordingsTest {
    private static final int RATE_HZ = 22_050;

    @TempDir
    Path folder;

    @Test
    void eachFolderIsASourceHoweverDeepItsRecordingsLie() throws IOException {
        noise("anna/letters/a.wav", 3);
        noise("bert/b.wav", 8);
        Files.writeString(folder.resolve("bert/LICENCE"), "all may be done");
        Files.createDirectories(folder.resolve("empty"));

        var sources = new OutlierRecordings(Tracks.FRONT_END, 10, 1).of(folder);

        assertThat(sources).extracting(OutlierSource::name).containsExactly("anna", "bert");
        assertThat(sources)
                .allSatisfy(source -> assertThat(source.segments())
                        .singleElement()
                        .satisfies(segment -> {
                            assertThat(segment).hasSize(Tracks.BANDS * Tracks.FRAMES);
                        }));
    }

    /** Of words of a second each, the last has nothing after it: two seconds are what an upload must have. */
    @Test
    void whatIsTooShortIsJoinedToWhatFollowsInItsFolder() throws IOException {
        noise("anna/a.wav", 1);
        noise("anna/b.wav", 1.5);
        noise("anna/other/c.wav", 1.5);
        noise("bert/b.wav", 8);

        var sources = new OutlierRecordings(Tracks.FRONT_END, 10, 1).of(folder);

        assertThat(sources.getFirst().segments()).hasSize(1);
    }

    @Test
    void noSourceGivesMoreThanItsShareAndTheSameSeedTheSame() throws IOException {
        for (int i = 0; i < 6; i++) {
            noise("anna/" + i + ".wav", 3);
        }
        noise("bert/b.wav", 40);

        var sources = new OutlierRecordings(Tracks.FRONT_END, 4, 1).of(folder);

        assertThat(sources.getFirst().segments()).hasSize(4);
        assertThat(sources.getLast().segments()).as("of one recording").hasSize(2);
        assertThat(OutlierSource.hash(new OutlierRecordings(Tracks.FRONT_END, 4, 1).of(folder)))
                .isEqualTo(OutlierSource.hash(sources))
                .isNotEqualTo(OutlierSource.hash(new OutlierRecordings(Tracks.FRONT_END, 4, 2).of(folder)));
    }

    @Test
    void refusesOneSourceAloneSinceItCouldNotBeHeldBack() throws IOException {
        noise("anna/a.wav", 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutlierRecordings(Tracks.FRONT_END, 4, 1).of(folder))
                .withMessageEndingWith("must have a folder of recordings for each of two sources or more: has 1");
    }

    private void noise(String name, double seconds) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        var samples = new byte[(int) (seconds * RATE_HZ)];
        new Random(name.hashCode()).nextBytes(samples);
        var format = new AudioFormat(RATE_HZ, 8, 1, false, false);
        try (var stream = new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }
}
