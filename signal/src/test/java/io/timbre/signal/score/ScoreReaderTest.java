package io.timbre.signal.score;

import static io.timbre.signal.score.MidiBytes.END;
import static io.timbre.signal.score.MidiBytes.bytes;
import static io.timbre.signal.score.MidiBytes.file;
import static io.timbre.signal.score.MidiBytes.withDivision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.codec.UndecodableException.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import javax.sound.midi.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreReaderTest {
    /** C4 (3c) with velocity 64 (40) on channel 0 for a beat, half a second. */
    private static final String C4 = "00 903c40 60 803c00 ";

    private static final String E4 = "00 913e40 60 813e00 ";

    private final ScoreReader reader = new ScoreReader(ScoreLimits.standard());

    @Test
    void readsOneTrack() throws Exception {
        Score score = reader.read(file(0, C4 + END));

        assertThat(score.notes()).containsExactly(new Note(0, 0.5, 60, 64, 0, 0, 0));
        assertThat(score.durationSeconds()).isEqualTo(0.5);
    }

    @Test
    void readsTracksThatSoundTogether() throws Exception {
        assertThat(reader.read(file(1, C4 + END, E4 + END)).notes())
                .containsExactly(new Note(0, 0.5, 60, 64, 0, 0, 0), new Note(0, 0.5, 62, 64, 1, 0, 1));
    }

    @Test
    void playsIndependentPatternsOneAfterTheOther() throws Exception {
        // The first is at 60 beats a minute, 0f4240 microseconds each; that does not hold for the second.
        byte[] file = file(2, "00 ff5103 0f4240 " + C4 + END, E4 + END);

        assertThat(reader.read(file).notes())
                .containsExactly(new Note(0, 1, 60, 64, 0, 0, 0), new Note(1, 0.5, 62, 64, 1, 0, 1));
    }

    @Test
    void knowsAScoreByItsBytesAndNotItsName(@TempDir Path folder) throws Exception {
        var score = Files.write(folder.resolve("a.mp3"), file(0, C4 + END));
        var other = Files.write(folder.resolve("b.mid"), bytes("52494646 ff000000 57415645"));
        var empty = Files.write(folder.resolve("c.mid"), new byte[0]);

        assertThat(ScoreReader.isScore(score)).isTrue();
        assertThat(ScoreReader.isScore(other)).isFalse();
        assertThat(ScoreReader.isScore(empty)).isFalse();
    }

    @Test
    void readsFilesInRiff(@TempDir Path folder) throws Exception {
        // After a chunk of odd length and its padding.
        String midi = HexFormat.of().formatHex(file(0, C4 + END));
        byte[] riff = bytes("52494646 ff000000 524d4944 44495350 01000000 41 00 64617461 22000000 " + midi);

        assertThat(reader.read(riff)).isEqualTo(reader.read(file(0, C4 + END)));
        assertThat(ScoreReader.isScore(Files.write(folder.resolve("a.rmi"), riff)))
                .isTrue();
    }

    @Test
    void followsTempoChangesOfAnyTrack() throws Exception {
        // From the second beat on, 60 beats a minute.
        byte[] file = file(1, "60 ff5103 0f4240 " + END, "00 903c40 60 803c00 00 903e40 60 803e00" + END);

        assertThat(reader.read(file).notes())
                .containsExactly(new Note(0, 0.5, 60, 64, 0, 0, 1), new Note(0.5, 1, 62, 64, 0, 0, 1));
    }

    @Test
    void ignoresATempoThatStopsTime() throws Exception {
        assertThat(reader.read(file(0, "00 ff5103 000000 " + C4 + END)).durationSeconds())
                .isEqualTo(0.5);
    }

    @Test
    void ignoresATempoThatIsCutShort() throws Exception {
        assertThat(reader.read(file(0, "00 ff5102 0f42 " + C4 + END)).durationSeconds())
                .isEqualTo(0.5);
    }

    @Test
    void countsFramesWhereTheFileDoes() throws Exception {
        // e7 is -25 frames a second, 28 is 40 ticks each: 1 ms a tick, and 96 of them; e3 is -29, which means 29.97.
        assertThat(reader.read(withDivision("e728", 0, C4 + END)).durationSeconds())
                .isEqualTo(0.096);
        assertThat(reader.read(withDivision("e328", 0, C4 + END)).durationSeconds())
                .isCloseTo(96 / (29.97 * 40), within(1e-7));
    }

    @Test
    void takesVelocityZeroForARelease() throws Exception {
        assertThat(reader.read(file(0, "00 903c40 60 903c00 " + END)).notes())
                .containsExactly(new Note(0, 0.5, 60, 64, 0, 0, 0));
    }

    @Test
    void followsRunningStatusThroughOtherMessages() throws Exception {
        // A text and system messages of every length stand between; then come note and release without a status.
        String others = "00 ff0102 4142 00 f002 01f7 00 f24142 00 f141 00 f342 00 f8 ";

        assertThat(reader.read(file(0, "00 903c40 " + others + "60 3c00 00 3e40 60 3e00 " + END))
                        .notes())
                .containsExactly(new Note(0, 0.5, 60, 64, 0, 0, 0), new Note(0.5, 0.5, 62, 64, 0, 0, 0));
    }

    @Test
    void endsOverlappingNotesInTheOrderOfTheirOnsets() throws Exception {
        byte[] file = file(0, "00 903c40 60 903c41 60 803c00 60 803c00 " + END);

        assertThat(reader.read(file).notes())
                .containsExactly(new Note(0, 1, 60, 64, 0, 0, 0), new Note(0.5, 1, 60, 65, 0, 0, 0));
    }

    @Test
    void tellsPlayersOfOneChannelApartByTheirTracks() throws Exception {
        byte[] file = file(1, "00 903c40 8140 803c00 " + END, "60 903c41 60 803c00 " + END); // 8140 is 192.

        assertThat(reader.read(file).notes())
                .containsExactly(new Note(0, 1, 60, 64, 0, 0, 0), new Note(0.5, 0.5, 60, 65, 0, 0, 1));
    }

    @Test
    void releasesWhatHangsAtTheEndOfItsTrack() throws Exception {
        assertThat(reader.read(file(0, "00 903c40 00 903c41 60 ff2f00 ")).notes())
                .containsExactly(new Note(0, 0.5, 60, 64, 0, 0, 0), new Note(0, 0.5, 60, 65, 0, 0, 0));
    }

    @Test
    void keepsNotesOfNoLength() throws Exception {
        assertThat(reader.read(file(0, "00 993c40 00 893c00 " + END)).notes())
                .containsExactly(new Note(0, 0, 60, 64, Note.PERCUSSION_CHANNEL, 0, 0));
    }

    @Test
    void givesEachNoteTheProgramAtItsOnset() throws Exception {
        // Program 5 for the first; 7 comes while it sounds.
        byte[] file = file(0, "00 c005 00 903c40 60 c007 00 803c00 00 903e40 60 803e00 " + END);

        assertThat(reader.read(file).notes()).extracting(Note::program).containsExactly(5, 7);
    }

    @Test
    void takesDataAboveTheGreatestForTheGreatest() throws Exception {
        assertThat(reader.read(file(0, "00 b007f0 00 903cff 60 803c00 " + END)).notes())
                .containsExactly(new Note(0, 0.5, 60, 127, 0, 0, 0));
    }

    @Test
    void keepsPedalsPressureAndBendsForTheSynthesiser() throws Exception {
        Sequence sequence = reader.readSequence(file(0, "00 b0407f 00 d064 00 e00050 00 a03c20 " + C4 + END));

        assertThat(Timeline.of(sequence).messages())
                .extracting(entry -> HexFormat.of().formatHex(entry.message().getMessage()))
                .containsExactly("b0407f", "d064", "e00050", "a03c20", "903c40", "803c00");
    }

    @Test
    void stepsOverChunksOfOtherKinds() throws Exception {
        byte[] header = Arrays.copyOf(file(0, C4 + END), 14);
        String rest = "58585858 00000002 0102 4d54726b 0000000c " + C4 + END;

        assertThat(reader.read(joined(header, bytes(rest))).notes()).hasSize(1);
    }

    @Test
    void keepsWhatPrecedesTheDamage() throws Exception {
        byte[] file = file(0, C4 + C4 + "00 ffffffffff ");

        assertThat(reader.read(file).notes()).hasSize(2);
        assertThat(reader.read(Arrays.copyOf(file, file.length - 5)).notes()).hasSize(2);
    }

    @Test
    void givesNoTimeToADamagedMessage() throws Exception {
        // After a beat, a text of 16 bytes of which one is there.
        assertThat(reader.read(file(0, C4 + "60 ff0110 41 ")).durationSeconds()).isEqualTo(0.5);
    }

    @Test
    void stopsWhereATrackSaysThatItEnds() throws Exception {
        assertThat(reader.read(file(0, C4 + END + C4)).notes()).hasSize(1);
    }

    @Test
    void readsFromAFileWhateverItsName(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("song.mp3"), file(0, C4 + END));

        assertThat(reader.read(file).notes()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoMidiFile() {
        assertRefused(Fault.EMPTY, new byte[0]);
        assertRefused(Fault.UNKNOWN_KIND, bytes("52494646 00000000 57415645"));
        assertRefused(Fault.UNKNOWN_KIND, bytes("4d54"));
    }

    @Test
    void refusesHeadersWithoutSense() {
        assertRefused(Fault.UNDECODABLE, bytes("4d546864 00000006 0000"));
        assertRefused(Fault.UNDECODABLE, file(3, C4 + END));
        assertRefused(Fault.UNDECODABLE, file(0));
        assertRefused(Fault.UNDECODABLE, withDivision("0000", 0, C4 + END));
        assertRefused(Fault.UNDECODABLE, withDivision("e700", 0, C4 + END));
        assertRefused(Fault.UNDECODABLE, withDivision("ff28", 0, C4 + END));
        assertRefused(Fault.UNDECODABLE, bytes("52494646 ff000000 524d4944 44495350"));
    }

    @Test
    void refusesScoresWithoutNotesAndThoseMoreDamagedThanWhole() {
        assertRefused(Fault.UNDECODABLE, file(0, END));
        assertRefused(Fault.UNDECODABLE, file(0, C4 + "ffffffffff" + C4 + C4));
        assertRefused(Fault.UNDECODABLE, file(1, C4 + "ffffffffff" + C4 + C4 + C4, E4 + END));
    }

    @Test
    void refusesWhatGoesBeyondItsLimits() throws Exception {
        // Two tracks, each with a note, its release and the end; they last 500 ms.
        byte[] file = file(1, C4 + END, E4 + END);

        assertThat(reader(file.length, 2, 6, 500).read(file).notes()).hasSize(2);
        assertRefused(Fault.TOO_LONG, reader(file.length - 1, 2, 6, 500), file);
        assertRefused(Fault.TOO_LONG, reader(file.length, 1, 6, 500), file);
        assertRefused(Fault.TOO_LONG, reader(file.length, 2, 5, 500), file);
        assertRefused(Fault.TOO_LONG, reader(file.length, 2, 6, 499), file);
    }

    @Test
    void refusesALargeFileRatherThanCutItOff(@TempDir Path folder) throws Exception {
        byte[] bytes = file(1, C4 + END, E4 + END);
        Path file = Files.write(folder.resolve("large.mid"), bytes);

        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> reader(bytes.length - 1, 2, 6, 500).read(file))
                .extracting(UndecodableException::fault)
                .isEqualTo(Fault.TOO_LONG);
    }

    private static ScoreReader reader(int maxBytes, int maxTracks, int maxEvents, int maxMillis) {
        return new ScoreReader(new ScoreLimits(maxBytes, maxTracks, maxEvents, Duration.ofMillis(maxMillis)));
    }

    private void assertRefused(Fault fault, byte[] file) {
        assertRefused(fault, reader, file);
    }

    private static void assertRefused(Fault fault, ScoreReader reader, byte[] file) {
        assertThatExceptionOfType(UndecodableException.class)
                .isThrownBy(() -> reader.read(file))
                .extracting(UndecodableException::fault)
                .isEqualTo(fault);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
