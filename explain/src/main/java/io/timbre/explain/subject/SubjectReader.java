package io.timbre.explain.subject;

import io.timbre.networks.model.ModelDescription;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.signal.codec.Decoder;
import io.timbre.signal.codec.UndecodableException;
import io.timbre.signal.frontend.AudibleFrontEnd;
import io.timbre.signal.frontend.FrontEnd;
import io.timbre.signal.frontend.FrontEnds;
import io.timbre.signal.frontend.Notes;
import io.timbre.signal.frontend.UnusableAudioException;
import io.timbre.signal.score.ScoreLimits;
import io.timbre.signal.score.ScoreReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads a file as the model's front end sees it. Safe to share between threads. */
public final class SubjectReader {

    private static final List<FrontEnd> FRONT_ENDS = Stream.<FrontEnd>concat(
                    FrontEnds.audible().stream(), Stream.of(Notes.standard()))
            .toList();

    private final FrontEnd frontEnd;
    private final Decoder decoder;

    private SubjectReader(FrontEnd frontEnd, Decoder decoder) {
        this.frontEnd = frontEnd;
        this.decoder = decoder;
    }

    /**
     * @throws IllegalArgumentException if the model was trained on a front end that cannot be explained, or on other
     *     numbers than it gives now
     */
    public static SubjectReader of(ModelDescription model, Decoder decoder) {
        var wanted = model.frontEnd();
        return FRONT_ENDS.stream()
                .filter(known -> known.fingerprint().equals(wanted.fingerprint()))
                .findFirst()
                .map(known -> new SubjectReader(known, decoder))
                .orElseThrow(
                        () -> new IllegalArgumentException(model.version() + " was trained on " + wanted.name() + " "
                                + wanted.fingerprint() + ", which cannot be explained; there are: "
                                + FRONT_ENDS.stream().map(FrontEnd::name).toList()));
    }

    /** What the model was trained on. */
    public FrontEnd frontEnd() {
        return frontEnd;
    }

    /**
     * Reads a recording, or a score where the model takes scores.
     *
     * @throws RejectedException if the file can never be worked on
     * @throws IOException if it cannot be read, which says nothing about its bytes
     */
    public Subject read(Path file) throws IOException {
        try {
            return switch (frontEnd) {
                case AudibleFrontEnd audible ->
                    Recording.of(decoder.decode(file, audible.sampleRateHz()).audio(), audible);
                case Notes notes -> Piece.of(new ScoreReader(ScoreLimits.standard()).read(file), notes);
                default -> throw new IllegalStateException("no way to read for " + frontEnd.name());
            };
        } catch (UndecodableException e) {
            throw new RejectedException(Reason.valueOf(e.fault().name()), String.valueOf(e.getMessage()), e);
        } catch (UnusableAudioException e) {
            throw new RejectedException(Reason.valueOf(e.fault().name()), String.valueOf(e.getMessage()), e);
        }
    }
}
