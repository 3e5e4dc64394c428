package io.timbre.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpotifyDescriptorsTest {

    private static final String FOLK =
            "\"Mukesh, Lata Mangeshkar\",Sawan, ,0.382,0.814,,-7.23,1,0.0406,0.0011,,0.101,0.569,116.454,4.19585,4,0";
    private static final String ROCK =
            "Boston,Hitch a Ride,54.0,0.382,0.814,3.0,-7.23,1,0.0406,0.0011,0.00401,0.101,0.569,116.454,251753.0,4,10";

    @TempDir
    Path data;

    @Test
    void readsNumbersAsWritten() throws IOException {
        var dataset = read(DescriptorEncoding.AS_WRITTEN, ROCK);

        assertThat(dataset.inputShape().size()).isEqualTo(14);
        assertThat(dataset.examples().getFirst().input())
                .containsExactly(
                        54f, 0.382f, 0.814f, 3f, -7.23f, 1f, 0.0406f, 0.0011f, 0.00401f, 0.101f, 0.569f, 116.454f,
                        251753f, 4f);
        assertThat(dataset.examples().getFirst().label()).isEqualTo(10);
        assertThat(dataset.classes().get(10)).isEqualTo("Rock");
    }

    @Test
    void readsEmptyCellsAsTheZerosThatTheTableLacks() throws IOException {
        float[] folk =
                read(DescriptorEncoding.AS_WRITTEN, FOLK).examples().getFirst().input();

        assertThat(List.of(folk[0], folk[3], folk[8])).containsOnly(0f);
    }

    @Test
    void bringsMinutesToMilliseconds() throws IOException {
        var examples = read(DescriptorEncoding.ONE_UNIT, FOLK, ROCK).examples();

        // 4.19585 min * 60,000 = 251,751.0
        assertThat(examples.get(0).input()[12]).isEqualTo(251_751f);
        assertThat(examples.get(1).input()[12]).isEqualTo(251_753f);
    }

    @Test
    void spreadsSkewedColumnsAndKeys() throws IOException {
        float[] rock =
                read(DescriptorEncoding.SPREAD, ROCK).examples().getFirst().input();

        assertThat(rock).hasSize(26);
        // without the key, acousticness comes seventh: ln(0.0011 + 0.0001)
        assertThat(rock[6]).isCloseTo(-6.7254f, within(1e-3f));
        assertThat(rock[13 + 3]).isEqualTo(1);
        assertThat(rock[25]).isZero();
    }

    @Test
    void marksPopularityThatIsZero() throws IOException {
        float[] folk =
                read(DescriptorEncoding.SPREAD, FOLK).examples().getFirst().input();

        assertThat(folk[13]).as("key of C").isEqualTo(1);
        assertThat(folk[25]).isEqualTo(1);
    }

    @Test
    void groupsByArtistTitleAndSound() throws IOException {
        var examples = read(DescriptorEncoding.ONE_UNIT, FOLK, ROCK).examples();

        assertThat(examples.get(0).groups())
                .containsEntry(Grouping.ARTIST, "mukesh")
                .containsEntry(Grouping.TITLE, "sawan")
                .containsEntry(Grouping.FINGERPRINT, examples.get(1).groups().get(Grouping.FINGERPRINT));
    }

    @Test
    void groupsSongsOfWhoeverIsNamedTogetherInAnyRow() throws IOException {
        var examples = read(
                        DescriptorEncoding.ONE_UNIT,
                        ROCK,
                        FOLK.replace("Mukesh, Lata Mangeshkar", "Lata Mangeshkar"),
                        FOLK,
                        FOLK.replace("Mukesh, Lata Mangeshkar", "Kishore Kumar, Mukesh"))
                .examples();

        assertThat(examples)
                .extracting(example -> example.groups().get(Grouping.ARTIST))
                .containsExactly("boston", "lata mangeshkar", "lata mangeshkar", "lata mangeshkar");
    }

    @Test
    void tellsOfAMissingColumn() throws IOException {
        SpotifyTable.write(data, List.of(SpotifyTable.HEADER.replace("tempo", "bpm"), ROCK));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpotifyDescriptors.read(data, DescriptorEncoding.ONE_UNIT))
                .withMessageStartingWith("malgi_spotify/train.csv.gz lacks the columns [tempo]: has [Artist Name");
    }

    @Test
    void refusesAClassThatThereIsNot() {
        refuses(
                ROCK.replaceAll("10$", "11"),
                "Class of row 1 of malgi_spotify/train.csv.gz must be 0 to 10: was \"11\"");
    }

    @Test
    void refusesWhatIsNoNumber() {
        refuses(
                ROCK.replace("116.454", "NaN"),
                "tempo of row 1 of malgi_spotify/train.csv.gz must be a number: was \"NaN\"");
        refuses(ROCK.replace("116.454", ""), "tempo of row 1 of malgi_spotify/train.csv.gz must be a number: was \"\"");
        refuses(
                ROCK.replace("54.0", "many"),
                "Popularity of row 1 of malgi_spotify/train.csv.gz must be a number: was \"many\"");
    }

    @Test
    void refusesARowThatIsCutShort() {
        refuses(
                "Boston,Hitch a Ride,54.0",
                "row 1 of malgi_spotify/train.csv.gz must have as many cells as there are" + " columns: has 3");
    }

    @Test
    void readsTheRealTable() throws IOException {
        var dataset = SpotifyDescriptors.read(RealData.folder(), DescriptorEncoding.ONE_UNIT);

        assertThat(dataset.examples()).hasSize(15_472);
        assertThat(dataset.examples().stream().collect(Collectors.groupingBy(Example::label)))
                .hasSize(11);
        assertThat(dataset.examples()).allMatch(example -> example.input()[12] > 20_000);
    }

    private Dataset read(DescriptorEncoding encoding, String... rows) throws IOException {
        var lines = new ArrayList<>(List.of(SpotifyTable.HEADER));
        lines.addAll(List.of(rows));
        SpotifyTable.write(data, lines);
        return SpotifyDescriptors.read(data, encoding);
    }

    private void refuses(String row, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(DescriptorEncoding.ONE_UNIT, row))
                .withMessage(message);
    }
}
