package io.timbre.explain.featuremap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.timbre.networks.zoo.Zoo;
import io.timbre.schemas.Reason;
import io.timbre.schemas.RejectedException;
import org.junit.jupiter.api.Test;

class FeatureLayersTest {
    private final FeatureLayers layers = FeatureLayers.of(Zoo.network("short-chunk-cnn", 10));

    @Test
    void areNumberedFromTheInputOn() {
        assertThat(layers.all())
                .extracting(FeatureLayer::name)
                .containsExactly("conv1", "pool1", "conv2", "pool2", "conv3", "pool3", "conv4", "pool4");
    }

    @Test
    void giveAConvolutionsMapsAfterItsActivation() {
        // 0 standardisation, 1 and 4 convolutions with their activations, 3 a pool.
        var conv2 = layers.named("conv2");

        assertThat(conv2.own()).isEqualTo(4);
        assertThat(conv2.output()).isEqualTo(5);
        assertThat(conv2).extracting("features", "bands", "frames").containsExactly(32, 64, 43);
        assertThat(layers.named("pool1").output()).isEqualTo(3);
    }

    @Test
    void countStepsAsFramesOfARecurrentLayer() {
        var layer = FeatureLayers.of(Zoo.network("stephen-rnn-3", 2)).named("rnn1");

        assertThat(layer).extracting("features", "bands", "frames").containsExactly(50, 1, 100);
        assertThat(layer.hasMaps()).isFalse();
    }

    @Test
    void sayWhichThereAreWhereOneIsNot() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> layers.named("conv5"))
                .withMessageContaining("conv5")
                .withMessageContaining("conv1, pool1, conv2")
                .extracting(RejectedException::reason)
                .isEqualTo(Reason.UNKNOWN_LAYER);
    }

    @Test
    void sayHowManyFeaturesThereAreWhereOneIsNot() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> layers.named("conv1").requireFeature(16))
                .withMessageContaining("0 to 15")
                .extracting(RejectedException::reason)
                .isEqualTo(Reason.UNKNOWN_LAYER);
    }

    @Test
    void refuseToWalkBackWhereThereIsNoConvolution() {
        var recurrent = FeatureLayers.of(Zoo.network("stephen-rnn-1", 2));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(recurrent::requireConvolutions)
                .extracting(RejectedException::reason)
                .isEqualTo(Reason.NOT_APPLICABLE);
    }
}
