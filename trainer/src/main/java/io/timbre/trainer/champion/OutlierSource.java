package io.timbre.trainer.champion;

import io.timbre.trainer.fit.DataHash;
import java.util.List;

/**
 * What one source of outliers gave.
 *
 * @param segments at least one, as the front end gives them
 */
record OutlierSource(String name, List<float[]> segments) {
    OutlierSource {
        segments = List.copyOf(segments);
    }

    /** What tells these sources from others, in hex. */
    static String hash(List<OutlierSource> sources) {
        var hash = new DataHash();
        for (var source : sources) {
            hash.add(source.name());
            source.segments().forEach(hash::add);
        }
        return hash.hex();
    }
}
