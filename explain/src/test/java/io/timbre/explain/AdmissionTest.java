package io.timbre.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timbre.explain.answer.Method;
import io.timbre.explain.answer.Question;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.avro.ExplanationRequest;
import io.timbre.schemas.avro.Track;
import io.timbre.schemas.avro.TrackClassification;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private final Admission admission = new Admission(() -> List.of(new Explained(Samples.MODEL, Samples.LAYERS)));

    @Test
    void aClassifiedTrackMayBeAskedAbout() {
        var request = ExplanationRequest.newBuilder(Samples.request())
                .setMethod("counterfactual")
                .setGenre("metal")
                .build();

        var job = admission.admit(request, Optional.of(Samples.track()), Optional.of(Samples.classification()));

        assertThat(job.question()).isEqualTo(Question.of(Method.COUNTERFACTUAL).about("metal"));
        assertThat(job.objectUri()).isEqualTo(Samples.track().getObjectUri());
    }

    @Test
    void theSameQuestionOfTheSameModelHasOneId() {
        var later = ExplanationRequest.newBuilder(Samples.request())
                .setRequestedAt(Samples.NOON.plusSeconds(99))
                .setModel(Samples.MODEL.version())
                .build();

        assertThat(admission.asked(later).explanationId())
                .isEqualTo(Samples.asked().explanationId());
    }

    @Test
    void anotherParameterTrackOrModelHasAnother() {
        var asked = Samples.request();

        assertThat(List.of(
                        id(asked),
                        id(ExplanationRequest.newBuilder(asked)
                                .setMethod("smoothgrad")
                                .build()),
                        id(ExplanationRequest.newBuilder(asked).setGenre("jazz").build()),
                        id(ExplanationRequest.newBuilder(asked).setLayer("jazz").build()),
                        id(ExplanationRequest.newBuilder(asked).setFeature(0).build()),
                        id(ExplanationRequest.newBuilder(asked)
                                .setModel("other")
                                .build()),
                        id(Samples.request("f".repeat(64)))))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotKnownIsRejectedWithWhatThereIs() {
        assertRejected(
                ExplanationRequest.newBuilder(Samples.request()).setMethod("tea-leaves"),
                Reason.UNKNOWN_METHOD,
                "saliency");
        assertRejected(
                ExplanationRequest.newBuilder(Samples.request()).setGenre("polka"), Reason.UNKNOWN_GENRE, "jazz");
        assertRejected(
                ExplanationRequest.newBuilder(Samples.request()).setModel("other-1"),
                Reason.UNKNOWN_MODEL,
                Samples.MODEL.version());
        assertRejected(
                ExplanationRequest.newBuilder(Samples.request())
                        .setMethod("auralisation")
                        .setLayer("conv99"),
                Reason.UNKNOWN_LAYER,
                "conv1");
        assertRejected(
                ExplanationRequest.newBuilder(Samples.request())
                        .setMethod("auralisation")
                        .setLayer("conv1")
                        .setFeature(-1),
                Reason.UNKNOWN_LAYER,
                "-1");
    }

    @Test
    void whatTheMethodDoesNotTakeIsRejectedSinceItWouldBeAnsweredTwice() {
        assertRejected(
                ExplanationRequest.newBuilder(Samples.request()).setFeature(1),
                Reason.UNKNOWN_PARAMETER,
                "saliency takes no feature; it takes: genre");
        assertRejected(
                ExplanationRequest.newBuilder(Samples.request())
                        .setMethod("feature-maps")
                        .setLayer("conv1")
                        .setFeature(1),
                Reason.UNKNOWN_PARAMETER,
                "genre, layer");
        assertRejected(
                ExplanationRequest.newBuilder(Samples.request())
                        .setMethod("attributes")
                        .setGenre("jazz"),
                Reason.UNKNOWN_PARAMETER,
                "nothing");
    }

    @Test
    void aRequestThatNamesNoModelIsOfTheOneThatServes() {
        var named = admission.named(Samples.request(), Optional.empty());

        assertThat(named.getModel()).isEqualTo(Samples.MODEL.version());
        assertThat(id(named)).isEqualTo(Samples.asked().explanationId());
    }

    @Test
    void whatTheFormerModelDecidedIsExplainedByItAfterAPromotion() {
        var decision = Optional.of(Samples.classification());
        var named = promoted().named(Samples.request(), decision);

        assertThat(named.getModel()).isEqualTo(Samples.MODEL.version());
        assertThat(promoted()
                        .admit(Samples.request(), Optional.of(Samples.track()), decision)
                        .asked())
                .isEqualTo(promoted()
                        .admit(named, Optional.of(Samples.track()), decision)
                        .asked())
                .isEqualTo(Asked.of(Samples.request(), Samples.MODEL.version()));
    }

    @Test
    void aModelAtHandThatDidNotDecideIsRejected() {
        var request = ExplanationRequest.newBuilder(Samples.request())
                .setModel("other-1")
                .build();

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() ->
                        promoted().admit(request, Optional.of(Samples.track()), Optional.of(Samples.classification())))
                .satisfies(rejection -> assertThat(rejection.reason()).isEqualTo(Reason.OTHER_MODEL))
                .withMessageContaining("explained here is other-1");
    }

    /** Another model serves by now; the one that decided is still at hand. */
    private static Admission promoted() {
        return new Admission(() -> List.of(
                new Explained(Samples.otherModel(), Samples.LAYERS), new Explained(Samples.MODEL, Samples.LAYERS)));
    }

    @Test
    void aTrackThatIsUnknownOrNotClassifiedIsRejected() {
        assertRejected(Optional.empty(), Optional.empty(), Reason.UNKNOWN_TRACK);
        assertRejected(Optional.of(Samples.track()), Optional.empty(), Reason.NOT_CLASSIFIED);
    }

    @Test
    void aDecisionThatIsNotOurModelsIsRejected() {
        var otherFrontEnd = TrackClassification.newBuilder(Samples.classification())
                .setFingerprint("print-1")
                .build();
        var otherModel = TrackClassification.newBuilder(Samples.classification())
                .setModel("other-1")
                .build();

        assertRejected(Optional.of(Samples.track()), Optional.of(otherFrontEnd), Reason.FRONT_END_MISMATCH);
        assertRejected(Optional.of(Samples.track()), Optional.of(otherModel), Reason.OTHER_MODEL);
    }

    private String id(ExplanationRequest request) {
        return admission.asked(request).explanationId();
    }

    private void assertRejected(ExplanationRequest.Builder request, Reason reason, String named) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> admission.admit(
                        request.build(), Optional.of(Samples.track()), Optional.of(Samples.classification())))
                .satisfies(rejection -> assertThat(rejection.reason()).isEqualTo(reason))
                .withMessageContaining(named);
    }

    private void assertRejected(Optional<Track> track, Optional<TrackClassification> decision, Reason reason) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> admission.admit(Samples.request(), track, decision))
                .satisfies(rejection -> assertThat(rejection.reason()).isEqualTo(reason));
    }
}
