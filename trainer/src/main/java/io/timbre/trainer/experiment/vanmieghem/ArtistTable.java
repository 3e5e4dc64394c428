package io.timbre.trainer.experiment.vanmieghem;

import io.timbre.trainer.data.Dataset;
import io.timbre.trainer.data.Example;
import io.timbre.trainer.data.Grouping;
import io.timbre.trainer.experiment.Section.Table;
import java.util.List;
import java.util.stream.Stream;

/** How many songs and artists each genre has, which decides what can be kept apart. */
final class ArtistTable {

    private ArtistTable() {}

    /** @param clips of the same classes */
    static Table of(Dataset songs, Dataset clips) {
        return new Table(
                "Songs and their artists",
                List.of("genre", "recordings of 15 s", "artists known", "clips", "artists known"),
                songs.classes().stream()
                        .map(genre -> Stream.of(
                                        genre,
                                        count(songs, genre, Grouping.TRACK),
                                        count(songs, genre, Grouping.ARTIST),
                                        count(clips, genre, Grouping.TRACK),
                                        count(clips, genre, Grouping.ARTIST))
                                .toList())
                        .toList());
    }

    private static String count(Dataset dataset, String genre, Grouping kind) {
        return Long.toString(dataset.examples().stream()
                .filter(example -> dataset.classes().get(example.label()).equals(genre))
                .map(Example::groups)
                .map(groups -> groups.getOrDefault(kind, ""))
                .filter(group -> !group.isEmpty())
                .distinct()
                .count());
    }
}
