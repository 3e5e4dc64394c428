package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.timbre.networks.zoo.Chang;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cal500Test {

    private static final String SAD = "1,0,0,0,1";

    @TempDir
    Path data;

    private Cal500Folder folder;

    @BeforeEach
    void writeThreeSongs() throws IOException {
        folder = Cal500Folder.in(data);
        folder.text("vocab.txt.gz", Cal500Folder.WORDS);
        folder.songs(
                List.of("abba-sos", "antonio_carlos_jobim-wave", "unseen-song"),
                List.of("1,0,0,0,1", "0,1,1,0,0", "0,0,0,0,0"));
        folder.picture("abba-sos", 200);
        folder.picture("antonio_carlos_jobim-pnge", 50);
    }

    @Test
    void masksEmotionsThatNobodyAgreesOn() throws IOException {
        var dataset = Cal500.read(data).emotions();

        assertThat(dataset.classes()).containsExactly("Emotion-Sad", "Emotion-Happy");
        var sad = dataset.examples().get(0);
        assertThat(sad.targets()).containsExactly(1, 0);
        assertThat(sad.weights()).containsExactly(1, 0);
        var happy = dataset.examples().get(1);
        assertThat(happy.targets()).containsExactly(0, 1);
        assertThat(happy.weights()).containsExactly(1, 1);
    }

    @Test
    void countsTheUnknownAsNoWithoutTheMask() throws IOException {
        var sad = Cal500.read(data).emotionsWithoutMask().examples().getFirst();

        assertThat(sad.targets()).containsExactly(1, 0);
        assertThat(sad.weights()).containsExactly(1, 1);
    }

    @Test
    void givesAllWordsAsTargetsThatSomeSongsHave() throws IOException {
        var dataset = Cal500.read(data).tags();

        assertThat(dataset.classes()).containsExactly("Emotion-Sad", "NOT-Emotion-Sad", "Emotion-Happy", "Genre-Rock");
        assertThat(dataset.examples().getFirst().targets()).containsExactly(1, 0, 0, 1);
    }

    @Test
    void packsThePictureBeforeTheDescriptors() throws IOException {
        float[] input = Cal500.read(data).emotions().examples().get(1).input();

        assertThat(input).hasSize(128 * 248 + 68);
        assertThat(input[0]).isEqualTo(7);
        assertThat(input[1]).isEqualTo(50);
        assertThat(input[Chang.PICTURE_CELLS]).isEqualTo(1);
    }

    @Test
    void leavesOutSongsWithoutAPicture() throws IOException {
        assertThat(Cal500.read(data).emotions().examples())
                .extracting(Example::id)
                .containsExactly("abba-sos", "antonio_carlos_jobim-wave");
    }

    @Test
    void takesTheArtistFromTheName() throws IOException {
        assertThat(Cal500.read(data).emotions().examples())
                .extracting(example -> example.groups().get(Grouping.ARTIST))
                .containsExactly("abba", "antonio_carlos_jobim");
    }

    @Test
    void knowsAnArtistAmongOthers() throws IOException {
        folder.songs(List.of("neil_young-heart_of_gold", "neil_young_and_crazy_horse-cortez"), List.of(SAD, SAD));
        folder.picture("neil_young-heart_of_gold", 200);
        folder.picture("neil_young_and_crazy_horse-cortez", 200);

        assertThat(Cal500.read(data).emotions().examples())
                .extracting(example -> example.groups().get(Grouping.ARTIST))
                .containsExactly("neil_young", "neil_young");
    }

    @Test
    void refusesRowsThatDoNotGoWithTheNames() throws IOException {
        folder.text("hardAnnotations.txt.gz", List.of("0,1,1,0,0", "1,0,0,0,1", "0,0,0,0,0"));
        refuses("CAL500_mulan.arff.gz and hardAnnotations.txt.gz must give abba-sos the same tags");
    }

    @Test
    void refusesASongTooFew() throws IOException {
        folder.text("songNames.txt.gz", List.of("abba-sos"));
        refuses("there must be a row a song, 1: CAL500_mulan.arff.gz has 3, hardAnnotations.txt.gz has 3");
    }

    @Test
    void refusesWhatIsNoNumber() throws IOException {
        folder.songs(
                List.of("abba-sos", "antonio_carlos_jobim-wave", "unseen-song"),
                List.of("1,0,0,0,1", "0,1,NaN,0,0", "0,0,0,0,0"));
        refuses("row 2 of CAL500_mulan.arff.gz must hold numbers: has \"NaN\"");
    }

    @Test
    void refusesAnEmotionWithoutItsOpposite() throws IOException {
        folder.text("vocab.txt.gz", List.of("Emotion-Sad", "Genre-Rock"));
        refuses("the vocabulary must hold NOT-Emotion-Sad too");
    }

    @Test
    void refusesAVocabularyOfAnotherLength() throws IOException {
        folder.text("vocab.txt.gz", List.of("Emotion-Sad", "NOT-Emotion-Sad"));
        refuses("row 1 of CAL500_mulan.arff.gz must have 70 numbers: has 73");
    }

    @Test
    void readsTheRealSongs() throws IOException {
        var dataset = Cal500.read(RealData.folder()).emotions();

        assertThat(dataset.examples()).hasSize(500);
        assertThat(dataset.classes()).hasSize(18).contains("Emotion-Sad");
        // as many positives as hardAnnotations.txt.gz has, less those of the two songs without a picture
        assertThat(dataset.examples().stream()
                        .filter(song -> song.targets()[0] == 1)
                        .count())
                .isBetween(46L, 48L);
    }

    private void refuses(String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cal500.read(data)).withMessage(message);
    }
}
