package io.timbre.explain;

import io.timbre.explain.answer.Method;
import io.timbre.explain.answer.Question;
import io.timbre.networks.model.ModelDescription;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.avro.ExplanationRequest;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackClassification;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Decides which requests can be worked on; the same over HTTP and on the topic. */
final class Admission {
    private final Supplier<List<Explained>> atHand;

    /** @param atHand the models whose decisions are explained at the moment, at least one, the one that serves first */
    Admission(Supplier<List<Explained>> atHand) {
        this.atHand = atHand;
    }

    /** The request with the model that decided where it names none, so that it means the same when another serves. */
    ExplanationRequest named(ExplanationRequest request, Optional<TrackClassification> classification) {
        return request.getModel() == null
                ? ExplanationRequest.newBuilder(request)
                        .setModel(classification
                                .map(TrackClassification::getModel)
                                .orElseGet(this::served))
                        .build()
                : request;
    }

    /** The request with the id of its answer, whether it can be worked on or not; of the model that serves if it names none. */
    Asked asked(ExplanationRequest request) {
        return Asked.of(request, served());
    }

    private String served() {
        return atHand.get().getFirst().model().version();
    }

    /**
     * @param track what is known of the one that is asked about
     * @throws RejectedException if there is nothing to explain, or the model that decided is not at hand
     */
    ExplanationJob admit(
            ExplanationRequest request, Optional<Track> track, Optional<TrackClassification> classification) {
        var asked = asked(named(request, classification));
        var here = explained(asked.model(), classification);
        var question = question(request, here);
        var uploaded = track.orElseThrow(() -> new RejectedException(
                Reason.UNKNOWN_TRACK, "no upload with the id " + request.getTrackId() + " is known"));
        var decision = classification.orElseThrow(() -> new RejectedException(
                Reason.NOT_CLASSIFIED, "track " + request.getTrackId() + " has no classification yet"));
        requireDecisionOf(here.model(), decision);
        return new ExplanationJob(asked, question, uploaded.getObjectUri());
    }

    private Explained explained(String model, Optional<TrackClassification> classification) {
        var models = atHand.get();
        return models.stream()
                .filter(explained -> explained.model().version().equals(model))
                .findFirst()
                .orElseThrow(() -> notAtHand(model, classification, models));
    }

    private static RejectedException notAtHand(
            String model, Optional<TrackClassification> classification, List<Explained> models) {
        var here = models.stream().map(explained -> explained.model().version()).collect(Collectors.joining(", "));
        return classification
                        .map(TrackClassification::getModel)
                        .filter(model::equals)
                        .isPresent()
                ? otherModel(model, here)
                : new RejectedException(Reason.UNKNOWN_MODEL, "no model " + model + " is explained here, but " + here);
    }

    private static RejectedException otherModel(String decided, String here) {
        return new RejectedException(
                Reason.OTHER_MODEL, "the track was classified by " + decided + "; explained here is " + here);
    }

    private static Question question(ExplanationRequest request, Explained here) {
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
            throw otherModel(decision.getModel(), model.version());
        }
    }
}
