package io.timbre.explain;

import io.timbre.explain.answer.Method;
import io.timbre.explain.answer.Question;
import io.timbre.networks.model.ModelDescription;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.avro.ExplanationRequest;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackClassification;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Decides which requests can be worked on; the same over HTTP and on the topic. */
final class Admission {
    private final Supplier<Explained> explained;

    /** @param explained the model whose decisions are explained at the moment */
    Admission(Supplier<Explained> explained) {
        this.explained = explained;
    }

    /** The request with the model at hand where it names none, so that it means the same when another serves. */
    ExplanationRequest named(ExplanationRequest request) {
        return request.getModel() == null
                ? ExplanationRequest.newBuilder(request)
                        .setModel(explained.get().model().version())
                        .build()
                : request;
    }

    /** The request with the id of its answer, whether it can be worked on or not. */
    Asked asked(ExplanationRequest request) {
        return Asked.of(request, explained.get().model().version());
    }

    /**
     * @param track what is known of the one that is asked about
     * @throws RejectedException if there is nothing to explain, or not by this model
     */
    ExplanationJob admit(
            ExplanationRequest request, Optional<Track> track, Optional<TrackClassification> classification) {
        var here = explained.get();
        var asked = Asked.of(request, here.model().version());
        var question = question(request, asked, here);
        var uploaded = track.orElseThrow(() -> new RejectedException(
                Reason.UNKNOWN_TRACK, "no upload with the id " + request.getTrackId() + " is known"));
        var decision = classification.orElseThrow(() -> new RejectedException(
                Reason.NOT_CLASSIFIED, "track " + request.getTrackId() + " has no classification yet"));
        requireDecisionOf(here.model(), decision);
        return new ExplanationJob(asked, question, uploaded.getObjectUri());
    }

    private static Question question(ExplanationRequest request, Asked asked, Explained here) {
        requireModel(here.model(), asked.model());
        var genre = Optional.ofNullable(request.getGenre());
        var layer = Optional.ofNullable(request.getLayer());
        var feature = request.getFeature() == null ? OptionalInt.empty() : OptionalInt.of(request.getFeature());
        genre.ifPresent(named -> requireKnownGenre(here.model(), named));
        var question = new Question(Method.of(request.getMethod()), genre, layer, feature);
        layer.map(here.layers()::named).ifPresent(named -> feature.ifPresent(named::requireFeature));
        return question;
    }

    private static void requireKnownGenre(ModelDescription model, String genre) {
        if (!model.classes().contains(genre)) {
            throw new RejectedException(
                    Reason.UNKNOWN_GENRE,
                    model.version() + " knows no genre " + genre + "; it knows: " + String.join(", ", model.classes()));
        }
    }

    private static void requireModel(ModelDescription model, String version) {
        if (!model.version().equals(version)) {
            throw new RejectedException(
                    Reason.UNKNOWN_MODEL, "no model " + version + " is explained here, but " + model.version());
        }
    }

    private static void requireDecisionOf(ModelDescription model, TrackClassification decision) {
        var frontEnd = model.frontEnd();
        if (!frontEnd.fingerprint().equals(decision.getFingerprint())) {
            throw new RejectedException(
                    Reason.FRONT_END_MISMATCH,
                    "%s explains decisions on %s %s: this one was made on %s %s"
                            .formatted(
                                    model.version(),
                                    frontEnd.name(),
                                    frontEnd.fingerprint(),
                                    decision.getFrontEnd(),
                                    decision.getFingerprint()));
        }
        if (!model.version().equals(decision.getModel())) {
            throw new RejectedException(
                    Reason.OTHER_MODEL,
                    "the track was classified by " + decision.getModel() + "; explained here is " + model.version());
        }
    }
}
