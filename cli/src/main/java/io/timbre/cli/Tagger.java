package io.timbre.cli;

import io.timbre.features.FeatureExtractor;
import io.timbre.inference.Classifier;
import io.timbre.networks.Checkpoint;
import io.timbre.networks.GenreModel;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.TrackIds;
import io.timbre.signal.AudioDecoder;
import io.timbre.signal.DecodeLimits;
import io.timbre.signal.LogMel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Duration;
import java.time.Instant;

/** Tags files in this process, by the very code that the services run. Safe to share between threads. */
final class Tagger implements AutoCloseable {
    private final FeatureExtractor extractor;
    private final GenreModel model;
    private final Classifier classifier;

    private Tagger(FeatureExtractor extractor, GenreModel model) {
        this.extractor = extractor;
        this.model = model;
        this.classifier = new Classifier(model.description(), model::predict);
    }

    static Tagger of(Checkpoint checkpoint, Duration maxDuration) {
        var decoder = new AudioDecoder(new DecodeLimits(maxDuration));
        return new Tagger(new FeatureExtractor(decoder, LogMel.standard()), GenreModel.load(checkpoint));
    }

    Outcome tag(Path file) throws IOException {
        try {
            var features = extractor.extract(file, trackId(file), Instant.now());
            return Outcome.Tagged.of(file.toString(), classifier.classify(features));
        } catch (RejectedException rejection) {
            return Outcome.Rejected.of(file.toString(), rejection);
        }
    }

    private static String trackId(Path file) throws IOException {
        var digest = TrackIds.sha256();
        try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, sink);
        }
        return TrackIds.of(digest);
    }

    @Override
    public void close() {
        model.close();
    }
}
