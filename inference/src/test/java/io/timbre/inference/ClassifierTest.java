package io.timbre.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import io.timbre.schemas.avro.TrackFeatures;
import org.junit.jupiter.api.Test;

class ClassifierTest {
    private final Classifier classifier = new Classifier(Samples.model(), Samples::predict);

    /** 0.75 and 0.5 are exact in half precision; their mean is 0.625. */
    @Test
    void aClassificationTellsTheGenreOfTheTrackAndOfEachSegmentAndWhoDecided() {
        var classification = classifier.classify(Samples.features(Samples.PRINT, 0.75f, 0.5f));

        assertThat(classification.getGenre()).isEqualTo("blues");
        assertThat(classification.getConfidence()).isEqualTo(0.625f);
        assertThat(classification.getGenres()).containsExactly("blues", "jazz");
        assertThat(classification.getPosteriors()).containsExactly(0.625f, 0.375f);
        assertThat(classification.getSegments()).hasSize(2);
        assertThat(classification.getSegments().get(1).getStartSeconds()).isEqualTo(2);
        assertThat(classification.getSegments().get(1).getPosteriors()).containsExactly(0.5f, 0.5f);
        assertThat(classification.getEmbedding()).containsExactly(7f);
        assertThat(classification.getModel()).isEqualTo("tiny-1");
        assertThat(classification.getFeaturesAt()).isEqualTo(Samples.NOON.plusMillis(300));
    }

    @Test
    void aClassificationSaysWhoSentTheTrack() {
        var features = TrackFeatures.newBuilder(Samples.features(Samples.PRINT, 0.75f))
                .setSource("a-catalogue")
                .build();

        assertThat(classifier.classify(features).getSource()).isEqualTo("a-catalogue");
    }

    @Test
    void theSameFeaturesUnderTheSameModelGiveTheSameId() {
        var once = classifier.classify(Samples.features(Samples.PRINT, 0.75f));
        var again = classifier.classify(Samples.features(Samples.PRINT, 0.75f));

        assertThat(again.getClassificationId()).isEqualTo(once.getClassificationId());
    }

    @Test
    void featuresOfAnotherFrontEndAreRejectedByBothNames() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> classifier.classify(Samples.features("print-2", 0.75f)))
                .withMessageContaining("print-1")
                .withMessageContaining("print-2")
                .extracting(RejectedException::reason)
                .isEqualTo(Reason.FRONT_END_MISMATCH);
    }

    @Test
    void aRecordWithoutSegmentsIsMalformed() {
        assertMalformed(Samples.features(Samples.PRINT));
    }

    @Test
    void aSegmentOfAnotherLengthIsMalformed() {
        var features = Samples.features(Samples.PRINT, 0.75f);
        features.getSegments().getFirst().getValues().limit(2);

        assertMalformed(features);
    }

    private void assertMalformed(TrackFeatures features) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> classifier.classify(features))
                .extracting(RejectedException::reason)
                .isEqualTo(Reason.MALFORMED_RECORD);
    }
}
