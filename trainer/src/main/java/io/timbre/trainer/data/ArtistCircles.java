package io.timbre.trainer.data;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/**
 * Artists who made music together, directly or through others: whoever knows the songs of one knows something of the
 * others' songs, in whatever order a table names them.
 */
final class ArtistCircles {

    private ArtistCircles() {}

    /**
     * For each song the artist by whose name all songs of its circle go.
     *
     * @param credits the artists of each song, several parted by {@code ", "}
     * @return in lower case; of each circle the artist who is named first in the list
     */
    static List<String> of(List<String> credits) {
        var songs = credits.stream().map(ArtistCircles::artists).toList();
        var names = songs.stream().flatMap(List::stream).distinct().toList();
        var numbers = new HashMap<String, Integer>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        var members = songs.stream()
                .map(artists -> artists.stream().map(numbers::get).toList())
                .toList();
        var circles = new DisjointSets(names.size());
        members.forEach(song -> song.forEach(artist -> circles.join(song.getFirst(), artist)));
        return members.stream()
                .map(song -> names.get(circles.leader(song.getFirst())))
                .toList();
    }

    private static List<String> artists(String credit) {
        return List.of(credit.strip().toLowerCase(Locale.ROOT).split(", "));
    }
}
