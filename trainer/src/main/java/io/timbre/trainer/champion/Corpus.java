package io.timbre.trainer.champion;

import io.timbre.signal.Audio;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.frontend.SegmentFrontEnd;
import io.timbre.trainer.data.Part;
import io.timbre.trainer.data.TrackFiles;
import io.timbre.trainer.fit.DataHash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decoded, labelled tracks.
 *
 * @param source what they are, for the model card
 * @param classes the genres, sorted; labels are indices into it
 */
record Corpus(String source, List<String> classes, List<Track> tracks) {

    Corpus {
        classes = List.copyOf(classes);
        tracks = List.copyOf(tracks);
    }

    /** One track's sound at the front end's sample rate, from each of its recordings. */
    record Track(String id, int label, Part part, List<Audio> recordings) {
        Track {
            recordings = List.copyOf(recordings);
        }
    }

    /**
     * Decodes all files.
     *
     * @throws IOException if one cannot be read or decoded
     */
    static Corpus decode(
            String source,
            List<TrackFiles> files,
            AudioDecoder decoder,
            SegmentFrontEnd frontEnd,
            TrainingListener listener)
            throws IOException {
        var classes = files.stream().map(TrackFiles::genre).distinct().sorted().toList();
        var tracks = new ArrayList<Track>(files.size());
        for (var track : files) {
            var recordings = new ArrayList<Audio>();
            for (var recording : track.recordings()) {
                try {
                    recordings.add(
                            decoder.decode(recording, frontEnd.sampleRateHz()).audio());
                } catch (UndecodableException e) {
                    throw new IOException("cannot decode " + recording, e);
                }
            }
            tracks.add(new Track(track.id(), classes.indexOf(track.genre()), track.part(), recordings));
            listener.trackLoaded(tracks.size(), files.size());
        }
        return new Corpus(source, classes, tracks);
    }

    /** What tells these tracks from others, in hex. */
    String hash() {
        var hash = new DataHash();
        classes.forEach(hash::add);
        for (var track : tracks) {
            hash.add(track.id() + " " + track.label() + " " + track.part());
            track.recordings().forEach(recording -> hash.add(recording.samples()));
        }
        return hash.hex();
    }

    List<Track> of(Part part) {
        return tracks.stream().filter(track -> track.part() == part).toList();
    }

    /** How many tracks of each genre there are in a part, genres sorted. */
    Map<String, Integer> counts(Part part) {
        return of(part).stream()
                .collect(Collectors.groupingBy(
                        track -> classes.get(track.label()), TreeMap::new, Collectors.summingInt(track -> 1)));
    }
}
