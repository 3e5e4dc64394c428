package io.timbre.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.timbre.schemas.ObjectStore;
import io.timbre.schemas.avro.Track;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.frontend.LogMel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredTracksTest {
    @TempDir
    private Path objects;

    @Test
    void theFeaturesOfAStoredTrackSayWhoseItIsAndWhoSentIt() throws IOException {
        Tone.wav(objects.resolve("tone.wav"), 3, 0.5);
        var decoder = new AudioDecoder(new DecodeLimits(Duration.ofSeconds(20)));
        var tracks = new StoredTracks(
                ObjectStore.at(objects), new FeatureExtractor(decoder, LogMel.standard()), new SimpleMeterRegistry());

        var features = tracks.apply(Track.newBuilder()
                .setTrackId("d".repeat(64))
                .setObjectUri("object:tone.wav")
                .setBytes(4)
                .setSource("a-catalogue")
                .setAcceptedAt(Instant.EPOCH)
                .build());

        assertThat(features.getTrackId()).isEqualTo("d".repeat(64));
        assertThat(features.getSource()).isEqualTo("a-catalogue");
    }
}
