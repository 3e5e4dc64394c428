package io.timbre.cli;

import io.timbre.features.FeatureExtractor;
import io.timbre.inference.Classifier;
import io.timbre.networks.model.Checkpoint;
import io.timbre.networks.model.GenreModel;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.TrackIds;
import io.timbre.signal.codec.AudioDecoder;
import io.timbre.signal.codec.DecodeLimits;
import io.timbre.signal.frontend.FrontEnds;
import io.timbre.signal.frontend.SegmentFrontEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
        return new Tagger(new FeatureExtractor(decoder, frontEnd(checkpoint)), GenreModel.load(checkpoint));
    }

    private static SegmentFrontEnd frontEnd(Checkpoint checkpoint) {
        var wanted = checkpoint.description().frontEnd();
        return FrontEnds.audible(wanted.fingerprint())
                .orElseThrow(() ->
                        new CommandFailedException(checkpoint.description().version() + " was trained on "
                                + wanted.name() + " " + wanted.fingerprint() + ", which is no more"));
    }

    /** A file that cannot be read is an outcome too, so that it does not keep others from theirs. */
    Outcome tag(Path file) {
        try {
            var features = extractor.extract(file, TrackIds.of(file), Instant.now());
            return Outcome.Tagged.of(file.toString(), classifier.classify(features));
        } catch (RejectedException rejection) {
            return Outcome.Rejected.of(file.toString(), rejection);
        } catch (IOException | UncheckedIOException unreadable) {
            return new Outcome.Failed(file.toString(), "cannot be read: " + unreadable.getMessage());
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
