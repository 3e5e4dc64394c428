package io.timbre.trainer.data;

import io.timbre.networks.table.Size;
import io.timbre.signal.frontend.LinearLevels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The pictures of GTZAN's whole tracks, as {@link LinearLevels} would hear them, in a stable order. */
public final class GtzanPictures {

    /** What they are, for model cards. */
    public static final String SOURCE = "GTZAN, spectrogram pictures of whole tracks of 30 s, fault-filtered split";

    /** Rows of a picture. */
    public static final int BANDS = 128;

    private static final Size SIZE = new Size(BANDS, 248);
    private static final String FOLDER = "gtzan_spectrograms";

    private GtzanPictures() {}

    /**
     * One track.
     *
     * @param id such as {@code "blues.00042"}
     * @param artist none if nobody knows
     * @param levels row-major {@code (128 bands, 248 frames)}, the lowest band first, from 0 to 1
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; a copy of each would double the memory
    public record Picture(String id, String genre, Optional<String> artist, Part part, float[] levels) {}

    /**
     * Reads the pictures below a data folder that the split gives a part.
     *
     * @throws IOException if a folder, a picture or a file of the split is missing
     * @throws IllegalArgumentException if the split mixes tracks or artists between its parts
     */
    public static List<Picture> read(Path data) throws IOException {
        var split = GtzanSplit.read(data);
        var artists = GtzanArtists.read(data);
        var pictures = new ArrayList<Picture>();
        for (var file : files(data.resolve(FOLDER))) {
            var id = TrackFiles.trackOf(file);
            var part = split.part(id);
            if (part.isPresent()) {
                var levels = LinearLevels.levels(GreyPicture.read(file, SIZE), SIZE.height());
                pictures.add(new Picture(id, GtzanCorpus.genreOf(id), artists.of(id), part.get(), levels));
            }
        }
        return pictures;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted(Comparator.comparing(TrackFiles::trackOf))
                    .toList();
        }
    }
}
